// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/filereader.h"
#include "formats/importfindings.h"

#include <QPointer>

class QProgressDialog;

namespace tokeni {

/*! Reads the files that were chosen, in the background. If that takes long, a dialog over the
 *  window says so, with which the user can cancel it. */
class ImportReading : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(ImportFindings)>;

    /*! \a done is called once, unless this object is destroyed before that or the user cancels. It
     *  must not destroy this object. */
    ImportReading(FileReader &files, const QStringList &paths, QWidget *window, Done done);
    ~ImportReading() override;

private:
    void parse(ReadFiles files);

    const Done m_done;
    QPointer<QProgressDialog> m_progress;
    std::unique_ptr<QObject> m_underWay; // Destroyed when the user cancels.
};

} // namespace tokeni
