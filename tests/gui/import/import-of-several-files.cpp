// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "importdriver.h"

#include "gui/import/fileimport.h"

#include "support/severalfiles.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QMessageBox>
#include <QProgressDialog>
#include <QPushButton>

using namespace tokeni;

namespace {

/*! A drive that hands out its files only when the test wants it. */
class SlowFiles : public FileReader
{
public:
    void read(const ChosenFiles &chosen, QObject *context, Done done) override
    {
        m_chosen = chosen;
        m_context = context;
        m_done = std::move(done);
    }
    [[nodiscard]] bool isWaitedFor() const { return m_context; }
    void handOut(const QByteArray &content)
    {
        ReadFiles files;
        for (const QString &path : m_chosen.paths)
            files.files.push_back({path, true, Secret(content)});
        m_done(std::move(files));
    }

private:
    ChosenFiles m_chosen;
    QPointer<QObject> m_context;
    Done m_done;
};

} // namespace

/*! Several files, and folders, in one go. */
class ImportOfSeveralFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_driver = std::make_unique<ImportDriver>();
        QVERIFY(m_driver->show());
    }
    void cleanup() { m_driver.reset(); }

    void saysWhichFileEachComesFrom()
    {
        m_driver->drop({m_driver->write(u"a/.env"_s, pairFor("sandbox", "1")),
                        m_driver->write(u"b/.env"_s, pairFor("production", "2"))});
        QWidget *dialog = m_driver->importDialog();
        QVERIFY(dialog);
        QVERIFY(ImportDriver::says(dialog, u"2 file(s)"_s));
        const QString all = m_driver->everything();
        QVERIFY(all.contains(u"In a/.env: “Sandbox”"_s));
        QVERIFY(all.contains(u"In b/.env: “Production”"_s));
        QVERIFY(all.contains(u"The files still contain these keys in clear text."_s));
        QVERIFY(!all.contains(u"left out"_s));
        QVERIFY(m_driver->click(u"Import"_s, dialog));
        m_driver->settle();
        QCOMPARE(m_driver->message(), u"Imported 2 environment(s), 2 with keys from 2 file(s)"_s);
        QVERIFY(m_driver->listed().contains(u"Production"_s));
    }

    void areChosenTogether()
    {
        const QStringList paths{m_driver->write(u"a.env"_s, pairFor("sandbox", "1")),
                                m_driver->write(u"b.env"_s, pairFor("production", "2"))};
        QVERIFY(m_driver->click(u"Import…"_s));
        auto *chooser = qobject_cast<QFileDialog *>(m_driver->dialog());
        QVERIFY(chooser);
        QCOMPARE(chooser->fileMode(), QFileDialog::ExistingFiles);
        Q_EMIT chooser->filesSelected(paths);
        chooser->reject();
        QVERIFY(m_driver->importDialog());
        QVERIFY(m_driver->everything().contains(u"In b.env: “B”"_s));
    }

    void thatBelongTogetherAreJoined()
    {
        m_driver->drop({m_driver->write(u"api.json"_s, collection),
                        m_driver->write(u"shop.json"_s, environment)});
        QWidget *dialog = m_driver->importDialog();
        QVERIFY(dialog);
        QVERIFY(m_driver->click(u"Import"_s, dialog));
        m_driver->settle();
        const Environment *shop = m_driver->environments().list().findNamed(u"Shop"_s);
        QVERIFY(shop);
        QCOMPARE(m_driver->keychain.value(credentialsItem(shop->id)),
                 QByteArray("KeyOfSeveral1\nSecretOfSeveral1"));
    }

    void ofAFolderAreFound()
    {
        m_driver->write(u"shop/.env"_s, pairFor("sandbox", "1"));
        m_driver->write(u"shop/deploy/live.env"_s, pairFor("production", "2"));
        m_driver->write(u"shop/package.json"_s, "{\"name\": \"shop\"}");
        m_driver->write(u"shop/cut.json"_s, "{\"key\": \"TopSecret");
        m_driver->write(u"shop/node_modules/x/.env"_s, pairFor("production", "3"));
        m_driver->drop(m_driver->path(u"shop"_s) + u'/');
        QWidget *dialog = m_driver->importDialog();
        QVERIFY(dialog);
        QVERIFY(ImportDriver::says(dialog, u"shop"_s));
        QCOMPARE(dialog->findChildren<QCheckBox *>().size(), 2);
        QVERIFY(m_driver->everything().contains(u"In shop/deploy/live.env: “Live”"_s));

        // What gave nothing is told on request.
        const QString lines = u"shop/cut.json: The file is not complete JSON: reading stopped at "
                              "line 1. Export it again.\nshop/package.json"_s;
        QVERIFY(!ImportDriver::says(dialog, lines));
        QVERIFY(m_driver->click(u"2 file(s) were left out"_s, dialog));
        QVERIFY(ImportDriver::says(dialog, lines));
        QTRY_VERIFY(isOnScreen(dialog, lines));
        QVERIFY(!m_driver->everything().contains(u"TopSecret"_s));
    }

    void thatHaveNothingAreNamed_data()
    {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<QStringList>("dropped");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("reason");
        QTest::newRow("an empty folder")
            << QStringList(u"shop/README.md"_s) << QStringList(u"shop"_s)
            << u"Nothing was imported from “shop”."_s
            << u"The folder has no files that Tokeni can import. It reads: "_s;
        QTest::newRow("a folder") << QStringList{u"shop/.env"_s, u"shop/b/.env"_s}
                                  << QStringList(u"shop"_s)
                                  << u"Nothing was imported from “shop”."_s
                                  << u"None of 2 file(s) has Daraja keys or a Daraja URL."_s;
        QTest::newRow("files") << QStringList{u"a.env"_s, u"b.env"_s}
                               << QStringList{u"a.env"_s, u"b.env"_s}
                               << u"Nothing was imported from 2 file(s)."_s
                               << u"None of 2 file(s) has Daraja keys or a Daraja URL."_s;
    }
    void thatHaveNothingAreNamed()
    {
        QFETCH(QStringList, files);
        QFETCH(QStringList, dropped);
        QFETCH(QString, text);
        QFETCH(QString, reason);
        for (const QString &file : files)
            m_driver->write(file, "PORT=1\n");
        for (QString &path : dropped)
            path = m_driver->path(path);
        m_driver->drop(dropped);
        auto *box = qobject_cast<QMessageBox *>(m_driver->dialog());
        QVERIFY(box);
        QCOMPARE(box->text(), text);
        QVERIFY2(box->informativeText().startsWith(reason), qPrintable(box->informativeText()));
    }

    void thatTakeLongCanBeCancelled_data()
    {
        QTest::addColumn<bool>("cancelled");
        QTest::newRow("waited for") << false;
        QTest::newRow("cancelled") << true;
    }
    void thatTakeLongCanBeCancelled()
    {
        QFETCH(bool, cancelled);
        SlowFiles files;
        FileImport slowly(m_driver->environments(), m_driver->keyRing(), files,
                          &m_driver->window());
        slowly.open({u"/mnt/slow/.env"_s});
        QVERIFY(files.isWaitedFor());
        QTRY_VERIFY(qobject_cast<QProgressDialog *>(QApplication::activeModalWidget()));
        if (cancelled) {
            QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape);
            QTRY_VERIFY(!QApplication::activeModalWidget());
            QVERIFY(!files.isWaitedFor());
        } else {
            files.handOut(pairFor("sandbox", "1"));
            QVERIFY(m_driver->importDialog());
            QVERIFY(!m_driver->window().findChild<QProgressDialog *>());
        }
    }

    void thatAreReadAtOnceShowNoProgress()
    {
        SlowFiles files;
        FileImport import(m_driver->environments(), m_driver->keyRing(), files,
                          &m_driver->window());
        import.open({u"/mnt/quick/.env"_s});
        files.handOut(pairFor("sandbox", "1"));
        QVERIFY(m_driver->importDialog());
        QTest::qWait(500);
        QVERIFY(!m_driver->window().findChild<QProgressDialog *>());
    }

private:
    // Whether a label with these words is not scrolled away.
    static bool isOnScreen(QWidget *dialog, const QString &words)
    {
        const auto labels = dialog->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&words](const QLabel *label) {
            return label->text() == words
                && label->visibleRegion().boundingRect().height() == label->height();
        });
    }

    std::unique_ptr<ImportDriver> m_driver;
};

QTEST_MAIN(ImportOfSeveralFiles)
#include "import-of-several-files.moc"
