// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environments.h"
#include "core/files/filereader.h"
#include "core/keys/keyring.h"
#include "gui/import/importdialog.h"

namespace tokeni {

/*! Takes environments and keys out of a file that is chosen, or dropped on the window. */
class FileImport : public QObject
{
    Q_OBJECT
public:
    /*! \a window owns the dialogs and accepts dropped files. The others must outlive this. */
    FileImport(Environments &environments, KeyRing &keyRing, FileReader &files, QWidget *window);
    ~FileImport() override;

    /*! Asks for a file. */
    void choose();
    /*! Reads the file at \a path and shows what is in it. */
    void open(const QString &path);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /*! The first environment that was added or got keys, to be selected. */
    void imported(const QString &id);
    /*! A line for the status bar. */
    void message(const QString &text);

private:
    struct Intake; // A file, what is offered of it, and what came of it.

    void parse(const QString &fileName, Secret bytes);
    void compare(const QString &fileName, ImportedFile file);
    void offer(const QString &fileName, const std::shared_ptr<Intake> &intake);
    void refuse(const QString &fileName, const QString &text);
    std::optional<ImportDialog::Problem> take(const std::shared_ptr<Intake> &intake,
                                              const std::vector<ImportDialog::Choice> &choices);
    void add(const std::shared_ptr<Intake> &intake, const ImportDialog::Choice &choice);
    void saveKeys(const std::shared_ptr<Intake> &intake, std::size_t index,
                  const Environment &environment, bool isNew);
    void giveKeys(const std::shared_ptr<Intake> &intake, const ImportDialog::Choice &choice);
    void ended(const std::shared_ptr<Intake> &intake);

    Environments &m_environments;
    KeyRing &m_keyRing;
    FileReader &m_files;
    QWidget *m_window;
    QString m_folder; // Where the last file was.
    std::unique_ptr<QObject> m_reading; // Goes when another file is opened.
};

} // namespace tokeni
