// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formats/importoffer.h"

#include <QFrame>
#include <QHash>

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
    /*! An environment that is there. */
    struct Target
    {
        QString name;
        QString host; //!< Where its URL is another than the file's; else empty.
    };
    /*! What the row is about. */
    struct Content
    {
        ImportOffer offer;
        QHash<QString, Target> targets; //!< The environments that the keys could go to, by id.
        QString maskedKey; //!< The consumer key as it may be seen; empty without keys.
        QStringList notes;
    };

    explicit ImportRow(const Content &content, QWidget *parent = nullptr);

    /*! What the user wants done, Skip where the box is not ticked. */
    [[nodiscard]] ImportOffer::Choice choice() const;
    [[nodiscard]] QString name() const;
    /*! Says beside the row why it can't be done. */
    void showProblem(const QString &text);

Q_SIGNALS:
    void changed();

private:
    void followChoice();

    ImportOffer m_offer;
    QHash<QString, Target> m_targets;
    QString m_wantedName; // As it was typed, while the field shows another.
    QCheckBox *m_taken;
    QLineEdit *m_name;
    QComboBox *m_choices;
    QLabel *m_problem;
};

} // namespace tokeni
