// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/token/renewal.h"

#include <QWidget>

class QCheckBox;

namespace tokeni {

class ElidedLabel;

/*! The lines below the header: whether the token is renewed automatically, and a hint about it or
 *  the token. Both are always there, so that no state of theirs moves anything. */
class RenewalRow : public QWidget
{
    Q_OBJECT
public:
    explicit RenewalRow(QWidget *parent = nullptr);

    void setAutomatic(bool automatic);
    /*! Shows what renewing is about. \a otherwise stands there when that is nothing. */
    void show(const RenewalState &state, const Environment &environment, const QDateTime &now,
              const QString &otherwise);

Q_SIGNALS:
    /*! The user wants it renewed automatically, or no longer. */
    void automaticChosen(bool automatic);

private:
    QCheckBox *m_automatic;
    ElidedLabel *m_hint;
};

} // namespace tokeni
