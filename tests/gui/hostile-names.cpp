// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowdriver.h"

#include "gui/controls/kindbadge.h"
#include "gui/desktop/tray.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QDropEvent>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QTest>
#include <QTextDocument>
#include <QTextDocumentFragment>
#include <QWindow>

using namespace tokeni;

namespace {

// Part of every name and of what the server sends. If it is shown, the whole text must be shown.
const QString mark = u"Kassa"_s;

QString withoutBreaks(QString text)
{
    return text.remove(QChar(0x200B)).remove(QChar(0x2068)).remove(QChar(0x2069));
}

// The text that a user reads after Qt has decided whether it is HTML.
QString rendered(const QString &text)
{
    if (!Qt::mightBeRichText(text))
        return text;
    QTextDocument document;
    document.setHtml(text);
    return document.toPlainText();
}

// The text of a button or menu entry as a user reads it: "&&" is "&", a single "&" marks a key.
QString withoutMnemonics(const QString &text)
{
    QString read;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'&' && i + 1 < text.size())
            ++i;
        read += text[i];
    }
    return read;
}

QString readOff(const QLabel &label)
{
    return label.textFormat() == Qt::PlainText ? label.text()
        : label.textFormat() == Qt::AutoText
        ? rendered(label.text())
        : QTextDocumentFragment::fromHtml(label.text()).toPlainText();
}

} // namespace

/*! Names that look like HTML, like a mnemonic, like Qt's own placeholders, or that run from right
 *  to left: they are shown unchanged everywhere, and the kind beside them stays correct. */
class HostileNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { m_driver.reset(); }

    void areShownAsTextEverywhere_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("bold") << u"<b>Kassa</b>"_s;
        QTest::newRow("picture") << u"<img src=\"file:///etc/hostname\"> Kassa"_s;
        QTest::newRow("link") << u"<a href=\"https://example.com\">Kassa</a>"_s;
        QTest::newRow("style") << u"<span style='color:green'>Kassa SANDBOX</span>"_s;
        QTest::newRow("ampersands") << u"&Kassa & more &amp; &lt;b&gt;"_s;
        QTest::newRow("Qt's placeholders") << u"Kassa [*] %1 %2 %n %L1"_s;
        QTest::newRow("from the right") << u"אבג Kassa 123"_s;
        QTest::newRow("long") << u"Kassa"_s + QString(95, u'W');
        QTest::newRow("stacked marks") << u"Kassa"_s + QString(40, QChar(0x0301));
    }
    void areShownAsTextEverywhere()
    {
        QFETCH(QString, name);
        open(name, EnvironmentKind::Production);
        looksRight(name);

        // A question, a token, and a message.
        QVERIFY(m_driver->click(u"Copy Bearer header"_s));
        QVERIFY(m_driver->dialog());
        looksRight(name);
        m_driver->transport.setServer(
            [](const HttpRequest &) { return tokenReply("c9SQxWWhmdVRlyh0zh8gZDTkubVF"); });
        QVERIFY(m_driver->click(u"Use production"_s, m_driver->dialog()));
        QTRY_VERIFY(m_driver->hasToken());
        QTRY_VERIFY(withoutBreaks(m_driver->message()).contains(name));
        looksRight(name);

        // A refusal with such text from the server.
        m_driver->transport.setServer([name](const HttpRequest &) {
            const QJsonObject body{{u"errorCode"_s, u"<i>Kassa</i>"_s}, {u"errorMessage"_s, name}};
            HttpReply reply = replyOf(403, QJsonDocument(body).toJson());
            reply.reason = "<b>Kassa</b>";
            return reply;
        });
        QVERIFY(m_driver->click(u"Get token"_s));
        QTRY_VERIFY(m_driver->find<QLabel>(u"Diagnosis"_s)->isVisible());
        looksRight(name);

        for (const QString &entry : {u"Edit…"_s, u"Delete…"_s}) {
            QVERIFY(m_driver->choose(entry));
            const QPointer<QWidget> dialog = m_driver->dialog();
            QVERIFY(dialog);
            looksRight(name);
            dialog->close();
            QTRY_VERIFY(!dialog);
        }
        QVERIFY(m_driver->choose(u"Duplicate"_s));
        QTRY_VERIFY(m_driver->message().contains(mark));
        looksRight(name, false);
    }

    void hideNothingWithInvisibleCharacters_data()
    {
        QTest::addColumn<QString>("inTheFile");
        QTest::addColumn<QString>("shown");
        QTest::newRow("right-to-left override")
            << u"\u202EnoitcudorP Kassa"_s << u"‹U+202E›noitcudorP Kassa"_s;
        QTest::newRow("isolate") << u"\u2066Kassa"_s << u"‹U+2066›Kassa"_s;
        QTest::newRow("zero width") << u"Kas\u200Bsa"_s << u"Kas‹U+200B›sa"_s;
        QTest::newRow("line feed and escape")
            << u"Kassa\n\u001B[2J"_s << u"Kassa‹U+000A›‹U+001B›[2J"_s;
        QTest::newRow("NUL") << u"Kassa"_s + QChar(0) + u'x' << u"Kassa‹U+0000›x"_s;
        QTest::newRow("nothing to see") << u"\u3164"_s << u"‹U+3164›"_s;
    }
    void hideNothingWithInvisibleCharacters()
    {
        QFETCH(QString, inTheFile);
        QFETCH(QString, shown);
        open(u"Kassa"_s, EnvironmentKind::Production);
        // Such a name is refused when typed or pasted.
        Environment renamed = m_driver->environments().list().all().first();
        renamed.name = inTheFile;
        const auto refused = m_driver->environments().replace(renamed);
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, EnvironmentProblem::Kind::NameUnprintable);

        // If another program wrote it into the file, its invisible characters are shown.
        QFile file(m_driver->filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
        file.close();
        QJsonArray all = root[u"environments"_s].toArray();
        QJsonObject first = all[0].toObject();
        first[u"name"_s] = inTheFile;
        all[0] = first;
        root[u"environments"_s] = all;
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QJsonDocument(root).toJson());
        file.close();
        QTRY_COMPARE(m_driver->listed().value(0), shown);
        QTRY_COMPARE(m_driver->window().windowTitle(), shown + u" — Tokeni"_s);
        QCOMPARE(m_driver->environments().list().all().size(), 2);
        staysProduction();
    }

    void areTextInTrayEntriesAndToolTip_data() { areShownAsTextEverywhere_data(); }
    void areTextInTrayEntriesAndToolTip()
    {
        QFETCH(QString, name);
        open(name, EnvironmentKind::Production);
        Tray tray(m_driver->environments(), m_driver->tokens(), m_driver->clock,
                  m_driver->window().clipboardNotice());
        tray.setSelected(u"alpha"_s);
        QVERIFY(rendered(tray.toolTip()).contains(u"PRODUCTION"_s));
        QVERIFY(withoutBreaks(rendered(tray.toolTip())).contains(name));
        const QString entry = withoutMnemonics(tray.menu().actions().value(1)->text());
        QVERIFY(entry.contains(u"PRODUCTION"_s));
        QVERIFY2(withoutBreaks(entry).contains(name.left(30)), qPrintable(entry));
        QVERIFY(entry.endsWith(u"no token"_s));
    }

    void areTextInFileNamesToo()
    {
        open(u"Kassa"_s, EnvironmentKind::Sandbox);
        const QString called = u"<b>Kassa<b>\u202E\nx.env"_s;
        QTemporaryDir folder;
        QFile file(folder.filePath(called));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("nothing");
        file.close();
        drop(file.fileName());
        QVERIFY(m_driver->dialog());
        auto *told = m_driver->dialog()->findChild<QLabel *>(u"qt_msgbox_label"_s);
        QVERIFY(told);
        QVERIFY2(readOff(*told).contains(u"<b>Kassa<b>‹U+202E›‹U+000A›x.env"_s),
                 qPrintable(told->text()));
        looksRight({}, false);
    }

private:
    void open(const QString &name, EnvironmentKind kind)
    {
        m_driver = std::make_unique<FakeWindowDriver>();
        QVERIFY(m_driver->show());
        Environment renamed = m_driver->environments().list().all().first();
        renamed.name = name;
        renamed.chosenKind = kind;
        const auto replaced = m_driver->environments().replace(renamed);
        QVERIFY2(replaced, replaced ? "" : qPrintable(replaced.error().message()));
        m_driver->settle();
    }

    void drop(const QString &path)
    {
        QMimeData dragged;
        dragged.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter({5, 5}, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&m_driver->window(), &enter);
        QDropEvent event(QPointF(5, 5), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&m_driver->window(), &event);
    }

    void staysProduction()
    {
        auto *badge = m_driver->window().findChild<KindBadge *>();
        QCOMPARE(badge->text(), u"PRODUCTION"_s);
        QVERIFY(badge->isVisible());
        QVERIFY(badge->visibleRegion().boundingRect() == badge->rect());
        QCOMPARE(badge->property("kind").toString(), u"production"_s);
    }

    // Checks everything that is on the screen or reported to a screen reader.
    void looksRight(const QString &name, bool production = true)
    {
        for (QWidget *widget : QApplication::allWidgets()) {
            const QString where = QLatin1StringView(widget->metaObject()->className()) + u' '
                + widget->objectName();
            const auto holdsAll = [&](const QString &text, const char *what) {
                // Elided text shows its beginning; the full text is elsewhere.
                const QString read = withoutBreaks(text);
                const bool good = !read.contains(mark) || name.isEmpty() || read.contains(name)
                    || read.contains(u'…') || read.contains(u"<i>Kassa</i>"_s)
                    || read.contains(u"<b>Kassa</b>"_s) || name == u"Kassa"_s;
                QVERIFY2(good,
                         qPrintable(u"%1, %2: %3"_s.arg(where, QLatin1StringView(what), text)));
            };
            holdsAll(rendered(widget->toolTip()), "tool tip");
            if (const auto *label = qobject_cast<QLabel *>(widget)) {
                holdsAll(readOff(*label), "label");
                QVERIFY2(label->textFormat() == Qt::PlainText || !label->text().contains(u"<img"_s),
                         qPrintable(where));
            }
            if (const auto *button = qobject_cast<QAbstractButton *>(widget))
                holdsAll(withoutMnemonics(button->text()), "button");
            if (QAccessibleInterface *told = QAccessible::queryAccessibleInterface(widget)) {
                for (const auto text : {QAccessible::Name, QAccessible::Description}) {
                    holdsAll(told->text(text), "told to a screen reader");
                    QVERIFY2(!told->text(text).contains(u"<p style"_s), qPrintable(where));
                }
            }
            // As the window manager receives it.
            if (widget->isWindow() && widget->windowHandle())
                holdsAll(widget->windowHandle()->title(), "title");
        }
        if (production)
            staysProduction();
    }

    std::unique_ptr<FakeWindowDriver> m_driver;
};

QTEST_MAIN(HostileNames)
#include "hostile-names.moc"
