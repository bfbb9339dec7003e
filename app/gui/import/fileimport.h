// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environments.h"
#include "core/files/filereader.h"
#include "core/keys/keyring.h"
#include "gui/import/importdialog.h"
#include "gui/import/importreading.h"

namespace tokeni {

/*! Imports environments and keys from files that the user chooses, or from files and folders that
 *  are dropped on the window. */
class FileImport : public QObject
{
    Q_OBJECT
public:
    /*! \a window is the parent of the dialogs and accepts dropped files. The other arguments must
     *  outlive this object. */
    FileImport(Environments &environments, KeyRing &keyRing, FileReader &files, QWidget *window);
    ~FileImport() override;

    /*! Asks the user for files. */
    void choose();
    /*! Reads the files and folders at \a paths and shows their content. */
    void open(const QStringList &paths);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    /*! \a id: the first environment that was added or got keys; it should be selected. */
    void imported(const QString &id);
    /*! A message for the status bar. */
    void message(const QString &text);

private:
    struct Intake; // The files, the offers for their content, and the result.

    void readExistingKeys(const std::shared_ptr<Intake> &intake, QObject *context,
                          std::function<void()> done);
    void offer(const std::shared_ptr<Intake> &intake);
    void settle(const std::shared_ptr<Intake> &intake, std::size_t index, EnvironmentKind kind,
                ImportDialog *dialog);
    [[nodiscard]] ImportRow::Content rowFor(const Intake &intake, std::size_t index) const;
    void refuse(const QStringList &paths, const ImportFindings &findings);
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
    std::unique_ptr<ImportReading> m_reading; // Deleted when other files are opened.
};

} // namespace tokeni
