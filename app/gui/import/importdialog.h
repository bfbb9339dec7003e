// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "gui/import/importrow.h"

#include <QDialog>

class QPushButton;
class QScrollArea;

namespace tokeni {

/*! Shows what was found in a file, or in several files, and asks what to import. Problems with a choice are shown beside
 *  it, and the dialog stays open until they are corrected or the dialog is cancelled. */
class ImportDialog : public QDialog
{
    Q_OBJECT
public:
    /*! What the user wants to do with the offer at \c index. */
    struct Choice
    {
        std::size_t index;
        ImportOffer::Choice what;
        QString name; //!< For a new environment.
    };
    /*! Why one of the choices can't be carried out. */
    struct Problem
    {
        std::size_t index;
        QString text;
    };
    /*! Carries out all choices and returns std::nullopt, or carries out none and returns the
     *  problem. */
    using Accept = std::function<std::optional<Problem>(const std::vector<Choice> &)>;

    /*! Where the content comes from. */
    struct Source
    {
        QString title; //!< The name of the file or folder, or how many files there are.
        bool areSeveralFiles = false;
        QStringList leftOut = {}; //!< One line for each file that gave nothing.
        bool isCutOff = false; //!< There were more files, which were not looked at.
    };

    ImportDialog(const Source &source, const std::vector<ImportRow::Content> &rows,
                 Accept takeChoices, QWidget *parent = nullptr);

    /*! Shows a new offer in a row; for kindChosen(). */
    void setContent(std::size_t index, const ImportRow::Content &content);

    void accept() override;

Q_SIGNALS:
    /*! The user chose the kind of an environment whose file does not say it. Its row waits for
     *  setContent(). */
    void kindChosen(std::size_t index, tokeni::EnvironmentKind kind);

private:
    void addFootnotes(QLayout *cards, const Source &source);
    [[nodiscard]] std::vector<Choice> choices() const;
    void followRows();

    Accept m_take;
    std::vector<ImportRow *> m_rows;
    QScrollArea *m_scroll;
    QPushButton *m_import;
};

} // namespace tokeni
