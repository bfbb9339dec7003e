// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exchange/importoffer.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace tokeni {

/*! One environment of a file, in the dialog that imports: whether it is taken, under which name,
 * and where its keys go. */
class ImportRow : public QFrame
{
    Q_OBJECT
public:
    /*! What the row is about. */
    struct Content
    {
        ImportOffer offer;
        QString existingName; //!< Of the environment that the keys could go to.
        QString maskedKey; //!< The consumer key as it may be seen; empty without keys.
        QStringList notes;
    };

    explicit ImportRow(const Content &content, QWidget *parent = nullptr);

    /*! What the user wants done, Skip where the box is not ticked. */
    [[nodiscard]] ImportOffer::Action action() const;
    [[nodiscard]] QString name() const;
    /*! Says beside the row why it can't be done. */
    void showProblem(const QString &words);

Q_SIGNALS:
    void changed();

private:
    void followAction();

    ImportOffer m_offer;
    QString m_existingName;
    QString m_wantedName; // As it was typed, while the field shows another.
    QCheckBox *m_taken;
    QLineEdit *m_name;
    QComboBox *m_action;
    QLabel *m_problem;
};

} // namespace tokeni
