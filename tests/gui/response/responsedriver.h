// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/windowdriver.h"

#include <QPlainTextEdit>
#include <QTabBar>
#include <QTest>
#include <QTextBlock>

namespace tokeni {

inline const QByteArray deskToken = "c9SQxWWhmdVRlyh0zh8gZDTkubVF";

/*! A window with an answer in it, for tests of the bottom zone. */
class ResponseDriver : public FakeWindowDriver
{
public:
    /*! Fetches \a body for the selected environment. */
    [[nodiscard]] bool get(const QByteArray &body, int status = 200)
    {
        return get(replyOf(status, body));
    }
    [[nodiscard]] bool get(HttpReply reply)
    {
        const int number = transport.count();
        if (!click(u"Get token"_s)
            || !QTest::qWaitFor([&] { return transport.count() == number + 1; }))
            return false;
        answer(number, std::move(reply));
        return true;
    }
    /*! Daraja's answer, with more to fold. */
    [[nodiscard]] bool getToken()
    {
        return get(R"({"access_token":")" + deskToken
                   + R"(","expires_in":"3599","list":[1,{"deep":true},2.50],"last":null})");
    }

    [[nodiscard]] QPlainTextEdit &body() { return *find<QPlainTextEdit>(u"Response body"_s); }
    [[nodiscard]] QString bodyText() { return body().toPlainText(); }
    /*! Puts the cursor before the first occurrence of \a words in the body, without a selection. */
    void putCursorAt(const QString &words)
    {
        QTextCursor cursor = body().textCursor();
        cursor.setPosition(int(bodyText().indexOf(words)));
        body().setTextCursor(cursor);
        body().setFocus();
    }
    /*! Selects from the first \a words to the end of the first \a last after them. */
    void selectText(const QString &words, const QString &last)
    {
        const qsizetype start = bodyText().indexOf(words);
        QTextCursor cursor = body().textCursor();
        cursor.setPosition(int(start));
        cursor.setPosition(int(bodyText().indexOf(last, start) + last.size()),
                           QTextCursor::KeepAnchor);
        body().setTextCursor(cursor);
        body().setFocus();
    }
    /*! The visible lines of the body, trimmed. */
    [[nodiscard]] QStringList seenLines()
    {
        QStringList lines;
        for (QTextBlock block = body().document()->begin(); block.isValid(); block = block.next()) {
            if (block.isVisible())
                lines.append(block.text().trimmed());
        }
        return lines;
    }
    /*! Brings the tab of that name to the front; false if there is none. */
    [[nodiscard]] bool openTab(const QString &name)
    {
        auto *tabs = find<QTabBar>(u"Views of the response"_s);
        for (int tab = 0; tab < tabs->count(); ++tab) {
            if (tabs->tabText(tab) != name)
                continue;
            QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(tab).center());
            return tabs->currentIndex() == tab;
        }
        return false;
    }
    /*! Triggers an entry of the menu that the menu key opens on \a widget. */
    [[nodiscard]] bool chooseFrom(QWidget *widget, const QString &entry);
};

} // namespace tokeni
