// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QUrl>
#include <QWidget>

class QLabel;
class QPushButton;

namespace tokeni {

/*! What the user should know about a token URL before it is used (see remarkOn()), below the field
 *  that it is typed into. If another URL is probably meant, a button offers it. Hidden if there is
 *  nothing to say. */
class TokenUrlNote : public QWidget
{
    Q_OBJECT
public:
    explicit TokenUrlNote(QWidget *parent = nullptr);
    void setUrl(const QUrl &url);
    /*! What is shown; empty if nothing is. */
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    /*! The user has chosen the URL that is offered. */
    void chosen(const QUrl &better);

private:
    QLabel *m_text;
    QPushButton *m_use;
    QUrl m_better;
};

} // namespace tokeni
