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

class ElidedLabel;
class KindBadge;

/*! One environment of a file, in the import dialog: whether it is imported, under which name, and
 *  which environment gets its keys. If its file does not say what kind it is, the user must choose
 *  that first. */
class ImportRow : public QFrame
{
    Q_OBJECT
public:
    /*! An existing environment. */
    struct Target
    {
        QString name;
        QString host; //!< Its host if its URL differs from that in the file; otherwise empty.
    };
    /*! The content of the row. */
    struct Content
    {
        ImportOffer offer;
        QHash<QString, Target> targets; //!< The environments that the keys can be given to, by id.
        QString maskedKey; //!< The masked consumer key; empty if there are no keys.
        QStringList notes;
        QString file = {}; //!< The path to be shown; empty if all rows are from one file.
    };

    explicit ImportRow(const Content &content, QWidget *parent = nullptr);

    /*! Shows a new offer for the same environment, now that its kind is known. */
    void setContent(const Content &content);

    /*! What the user wants to do; Skip if the box is not ticked. */
    [[nodiscard]] ImportOffer::Choice choice() const;
    [[nodiscard]] QString name() const;
    /*! Shows beside the row why it can't be imported. */
    void showProblem(const QString &text);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void changed();
    /*! The user chose the kind. Until setContent(), the row can't be ticked. */
    void kindChosen(tokeni::EnvironmentKind kind);

private:
    void lay(const Content &content);
    QLayout *kindChoice(const QString &called);
    void followChoice();

    ImportOffer m_offer;
    QHash<QString, Target> m_targets;
    QString m_wantedName; // The name that was typed, while the field shows a different one.
    bool m_isRenamed = false;
    QCheckBox *m_taken;
    QLineEdit *m_name;
    KindBadge *m_badge;
    ElidedLabel *m_host;
    QLabel *m_foreignHost;
    QComboBox *m_choices;
    QLabel *m_notes;
    QLabel *m_problem;
};

} // namespace tokeni
