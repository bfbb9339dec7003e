// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/import/importrow.h"

#include <QDialog>

class QPushButton;

namespace tokeni {

/*! Shows what was found in a file, and asks what to take over. What is wrong with a choice is said
 *  beside it, and the dialog stays until it is put right or cancelled. */
class ImportDialog : public QDialog
{
    Q_OBJECT
public:
    /*! What the user wants done with the offer at \c index. */
    struct Choice
    {
        std::size_t index;
        ImportOffer::Choice what;
        QString name; //!< For a new environment.
    };
    /*! Why one of them can't be done. */
    struct Problem
    {
        std::size_t index;
        QString text;
    };
    /*! Does what was chosen, all or nothing of it, or says why not. */
    using Accept = std::function<std::optional<Problem>(const std::vector<Choice> &)>;

    /*! \a source: where it comes from, in words. */
    ImportDialog(const QString &source, const std::vector<ImportRow::Content> &rows,
                 Accept takeChoices, QWidget *parent = nullptr);

    void accept() override;

private:
    [[nodiscard]] std::vector<Choice> choices() const;
    void followRows();

    Accept m_take;
    std::vector<ImportRow *> m_rows;
    QPushButton *m_import;
};

} // namespace tokeni
