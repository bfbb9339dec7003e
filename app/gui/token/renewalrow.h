// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/token/renewal.h"

#include <QWidget>

class QCheckBox;

namespace tokeni {

class ElidedLabel;

/*! The lines below the header: whether the token is renewed automatically, and a hint about that or
 *  about the token. Both always keep their place, so that their changes move nothing else. */
class RenewalRow : public QWidget
{
    Q_OBJECT
public:
    explicit RenewalRow(QWidget *parent = nullptr);

    void setAutomatic(bool automatic);
    /*! Shows the state of renewal. \a otherwise is shown instead if there is nothing to say about
     *  that. */
    void show(const RenewalState &state, const Environment &environment, const QDateTime &now,
              const QString &otherwise);

Q_SIGNALS:
    /*! The user switched automatic renewal on or off. */
    void automaticChosen(bool automatic);

private:
    QCheckBox *m_automatic;
    ElidedLabel *m_hint;
};

} // namespace tokeni
