// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/preferences.h"

#include <QSettings>

namespace tokeni {

/*! The preferences in an INI file. Entries that this version does not know are kept. */
class PreferenceFile : public PreferenceStore
{
public:
    explicit PreferenceFile(const QString &path);
    [[nodiscard]] Preferences load() override;
    void save(const Preferences &preferences) override;

    /*! settings.ini in QStandardPaths::AppConfigLocation. */
    [[nodiscard]] static QString defaultPath();

private:
    QSettings m_file;
};

} // namespace tokeni
