// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "windowdriver.h"

#include <QApplication>
#include <QClipboard>
#include <QCryptographicHash>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

namespace tokeni {

using namespace Qt::StringLiterals;

[[nodiscard]] inline QString clipboardText()
{
    return QApplication::clipboard()->text();
}

/*! A token that names the URL and keys that it was issued for. */
[[nodiscard]] inline QByteArray tellingToken(const QUrl &url, QByteArrayView authorization,
                                             int number)
{
    const QByteArray hash
        = QCryptographicHash::hash(authorization, QCryptographicHash::Sha256).toHex().first(8);
    return "tok-" + url.host().toUtf8() + '-' + hash + '-' + QByteArray::number(number);
}

/*! Plays a user who switches, types, edits, requests, copies and cancels at random, and a server
 *  that answers late and in any order. The token is always unmasked, so that a wrong one would be
 *  seen. */
class RandomUser
{
public:
    explicit RandomUser(quint32 seed) : m_random(seed) { }

    bool open() { return m_driver.show(); }

    // What is wrong after this step; empty if nothing is.
    QString step()
    {
        const QString before = clipboardText();
        const QString done = act(below(11)) + answer();
        m_driver.settle();
        auto *show = m_driver.find<QAbstractButton>(u"Show token"_s);
        if (show->isVisible() && show->isEnabled() && !show->isChecked())
            show->click();
        const QString seen = wrongIn(m_driver.everything());
        if (!seen.isEmpty())
            return done + u": shows "_s + seen;
        const QString copied = clipboardText() == before ? QString() : wrongIn(clipboardText());
        return copied.isEmpty() ? QString() : done + u": copied "_s + copied;
    }

    [[nodiscard]] int tokensSeen() const { return m_tokensSeen; }

private:
    int below(int end) { return m_random.bounded(end); }
    QString pick(const QStringList &from) { return from[below(int(from.size()))]; }

    [[nodiscard]] const Environment &current()
    {
        return *m_driver.environments().list().findNamed(m_driver.selectedName());
    }

    QString act(int what)
    {
        switch (what) {
        case 0:
        case 1: {
            const QString name = pick({u"Alpha"_s, u"Beta"_s});
            [[maybe_unused]] const bool selected = m_driver.select(name);
            return u"select "_s + name;
        }
        case 2: {
            const QString field = pick({u"Consumer key"_s, u"Consumer secret"_s});
            const QString text = pick({u"one"_s, u"two"_s, QString()});
            [[maybe_unused]] const bool typed = m_driver.type(field, text);
            return u"type "_s + text + u" as "_s + field;
        }
        case 3: {
            const QString host = pick({u"alpha"_s, u"beta"_s, u"gamma"_s});
            [[maybe_unused]] const bool typed
                = m_driver.type(u"Token URL"_s, u"https://%1.test/"_s.arg(host));
            return u"type URL of "_s + host;
        }
        case 4: {
            Environment edited = current();
            edited.tokenUrl.setHost(pick({u"alpha.test"_s, u"beta.test"_s, u"gamma.test"_s}));
            [[maybe_unused]] const auto replaced = m_driver.environments().replace(edited);
            return u"edit URL to "_s + edited.tokenUrl.host();
        }
        case 5: {
            [[maybe_unused]] const bool saved = m_driver.click(u"Save keys"_s);
            return u"save keys"_s;
        }
        case 6: {
            const QString button = pick({u"Get token"_s, u"Cancel request"_s});
            [[maybe_unused]] const bool clicked = m_driver.click(button);
            return button;
        }
        case 7:
        case 8: {
            const QString button = pick({u"Copy Bearer header"_s, u"Copy token"_s});
            if (!m_driver.click(button))
                QTest::keyClick(&m_driver.window(), Qt::Key_C,
                                Qt::ControlModifier | Qt::ShiftModifier);
            return button;
        }
        default: {
            const QList<int> open = m_driver.transport.open();
            if (open.isEmpty())
                return u"nothing"_s;
            const int number = open[below(int(open.size()))];
            const HttpRequest &request = m_driver.transport.request(number);
            m_driver.answer(number,
                            below(5) == 0 ? replyOf(500, "{}")
                                          : tokenReply(tellingToken(
                                              request.url, request.authorization.view(), number)));
            m_driver.clock.advance(below(2) == 0 ? 0 : 1'800'000);
            return u"answer "_s + QString::number(number);
        }
        }
    }

    // Answers yes or no at random if another server needs confirmation.
    QString answer()
    {
        m_driver.settle();
        QWidget *question = QApplication::activeModalWidget();
        if (!question)
            return {};
        const QString button = pick({u"Use the other server"_s, u"Cancel"_s});
        [[maybe_unused]] const bool clicked = m_driver.click(button, question);
        return u", "_s + button;
    }

    // The first token in \a text that does not belong to the selected environment and the fields.
    QString wrongIn(const QString &text)
    {
        static const QRegularExpression token(u"tok-[a-z.]+-[0-9a-f]{8}-\\d+"_s);
        auto match = token.globalMatch(text);
        if (!match.hasNext())
            return {};
        ++m_tokensSeen;
        const Environment &environment = current();
        const QByteArray item
            = m_driver.keychain.value(credentialsItem(environment.id)).value_or(QByteArray());
        const auto keys = credentialsFromKeychainItem(Secret(item));
        const bool typed = !m_driver.text(u"Consumer key"_s).isEmpty()
            || !m_driver.text(u"Consumer secret"_s).isEmpty()
            || m_driver.text(u"Token URL"_s)
                != requestUrl(environment.tokenUrl).toString(QUrl::FullyEncoded);
        const QByteArray right = keys && !typed
            ? tellingToken(environment.tokenUrl, basicAuthorization(*keys).view(), 0).chopped(1)
            : QByteArray("none");
        while (match.hasNext()) {
            const QString found = match.next().captured();
            if (!found.startsWith(QString::fromUtf8(right)))
                return found + u" instead of "_s + QString::fromUtf8(right);
        }
        return {};
    }

    QRandomGenerator m_random;
    FakeWindowDriver m_driver;
    int m_tokensSeen = 0;
};

} // namespace tokeni
