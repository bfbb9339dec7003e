// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/windowdriver.h"

#include <QApplication>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QMimeData>
#include <QTemporaryDir>
#include <QTest>

namespace tokeni {

/*! A window, and files that are dropped on it. */
class ImportDriver : public FakeWindowDriver
{
public:
    using FakeWindowDriver::FakeWindowDriver;

    // The file or folder of that name among those to be dropped.
    QString path(const QString &name) const { return m_dropped.filePath(name); }
    QString write(const QString &name, const QByteArray &content)
    {
        QFile file(path(name));
        if (!QDir().mkpath(QFileInfo(file).path()) || !file.open(QIODevice::WriteOnly)
            || file.write(content) != content.size())
            qFatal("%s", qPrintable(file.errorString()));
        return file.fileName();
    }
    void drop(const QString &path) { drop(QStringList(path)); }
    void drop(const QStringList &paths)
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls.append(QUrl::fromLocalFile(path));
        data.setUrls(urls);
        // The other program would also allow a move of the file.
        const Qt::DropActions actions = Qt::CopyAction | Qt::MoveAction;
        QDragEnterEvent enter({5, 5}, actions, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&window(), &enter);
        QDropEvent event({5, 5}, actions, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&window(), &event);
        QVERIFY(event.isAccepted());
        QCOMPARE(event.dropAction(), Qt::CopyAction);
    }
    // Opens the dialog for a file named .env; returns null if it does not appear.
    QWidget *openFile(const QByteArray &content)
    {
        drop(write(u".env"_s, content));
        return importDialog();
    }
    QWidget *importDialog()
    {
        const bool open = QTest::qWaitFor([] {
            const QWidget *dialog = QApplication::activeModalWidget();
            return dialog && dialog->windowTitle() == u"Import environments"_s;
        });
        return open ? QApplication::activeModalWidget() : nullptr;
    }
    static bool says(QWidget *dialog, const QString &words)
    {
        for (const QLabel *label : dialog->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == words)
                return true;
        }
        return false;
    }

private:
    QTemporaryDir m_dropped;
};

} // namespace tokeni
