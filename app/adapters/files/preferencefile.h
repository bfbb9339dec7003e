// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/settings/preferences.h"

#include <QString>

namespace tokeni {

/*! The preferences in an INI file. Entries that this version does not know are kept. A pipe, a
 *  device or a folder in its place is not touched. */
class PreferenceFile : public PreferenceStore
{
public:
    explicit PreferenceFile(QString path);
    [[nodiscard]] Preferences load() override;
    tl::expected<void, SettingsFault> save(const Preferences &before,
                                           const Preferences &now) override;

    /*! settings.ini in QStandardPaths::AppConfigLocation. */
    [[nodiscard]] static QString defaultPath();

private:
    QString m_path;
};

} // namespace tokeni
