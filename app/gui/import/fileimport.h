// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environments.h"
#include "core/files/filereader.h"
#include "core/keys/keyring.h"
#include "gui/import/importdialog.h"

namespace tokeni {

/*! Imports environments and keys from a file that the user chooses or drops on the window. */
class FileImport : public QObject
{
    Q_OBJECT
public:
    /*! \a window is the parent of the dialogs and accepts dropped files. The other arguments must
     *  outlive this object. */
    FileImport(Environments &environments, KeyRing &keyRing, FileReader &files, QWidget *window);
    ~FileImport() override;

    /*! Asks the user for a file. */
    void choose();
    /*! Reads the file at \a path and shows its content. */
    void open(const QString &path);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /*! \a id: the first environment that was added or got keys; it should be selected. */
    void imported(const QString &id);
    /*! A message for the status bar. */
    void message(const QString &text);

private:
    struct Intake; // A file, the offers for its content, and the result.

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
    QString m_folder; // The folder of the last file.
    std::unique_ptr<QObject> m_reading; // Deleted when another file is opened.
};

} // namespace tokeni
