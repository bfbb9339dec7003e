// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/preferencefile.h"

#include <QStandardPaths>

#include <algorithm>
#include <array>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

constexpr auto coloursEntry = "colours"_L1;
constexpr auto marginEntry = "marginSeconds"_L1;
constexpr auto clipboardEntry = "clipboardSeconds"_L1; // 0: until the token ends.
constexpr auto notificationsEntry = "notifications"_L1;
constexpr auto trayEntry = "tray"_L1;
constexpr auto closeToTrayEntry = "closeToTray"_L1;
constexpr auto proxyEntry = "proxy/kind"_L1;
constexpr auto proxyHostEntry = "proxy/host"_L1;
constexpr auto proxyPortEntry = "proxy/port"_L1;
constexpr auto languageEntry = "language"_L1;
constexpr auto welcomedEntry = "welcomed"_L1;
constexpr auto toldOfTrayEntry = "toldOfTray"_L1;
constexpr auto productionUnaskedEntry = "productionUnasked"_L1;

constexpr std::array colourNames{
    std::pair{Preferences::Colours::System, "system"_L1},
    std::pair{Preferences::Colours::Light, "light"_L1},
    std::pair{Preferences::Colours::Dark, "dark"_L1},
};
constexpr std::array proxyNames{
    std::pair{ProxyChoice::Kind::System, "system"_L1},
    std::pair{ProxyChoice::Kind::None, "none"_L1},
    std::pair{ProxyChoice::Kind::Http, "http"_L1},
    std::pair{ProxyChoice::Kind::Socks5, "socks5"_L1},
};

// The value of that name; the first of the table where it has none.
template <typename Table> auto valueOf(const Table &table, const QString &name)
{
    for (const auto &[value, known] : table) {
        if (name == known)
            return value;
    }
    return table.front().first;
}

template <typename Table, typename Value> QString nameOf(const Table &table, Value wanted)
{
    for (const auto &[value, name] : table) {
        if (value == wanted)
            return name;
    }
    return {};
}

} // namespace

PreferenceFile::PreferenceFile(const QString &path) : m_file(path, QSettings::IniFormat)
{ }

Preferences PreferenceFile::load()
{
    const Preferences usual;
    const auto flag = [this](QLatin1StringView entry, bool otherwise) {
        return m_file.value(entry, otherwise).toBool();
    };
    const auto seconds = [this](QLatin1StringView entry, std::chrono::seconds otherwise) {
        bool isNumber = false;
        const qint64 number = m_file.value(entry).toLongLong(&isNumber);
        return isNumber ? std::chrono::seconds(number) : otherwise;
    };

    Preferences chosen;
    chosen.colours = valueOf(colourNames, m_file.value(coloursEntry).toString());
    chosen.margin = std::clamp(seconds(marginEntry, usual.margin), leastMargin, greatestMargin);
    if (const auto life = seconds(clipboardEntry, {}); life > std::chrono::seconds(0))
        chosen.clipboardLife = life;
    chosen.notifications = flag(notificationsEntry, usual.notifications);
    chosen.tray = flag(trayEntry, usual.tray);
    chosen.closeToTray = flag(closeToTrayEntry, usual.closeToTray);
    chosen.proxy.kind = valueOf(proxyNames, m_file.value(proxyEntry).toString());
    chosen.proxy.host = m_file.value(proxyHostEntry).toString();
    chosen.proxy.port = quint16(std::clamp(m_file.value(proxyPortEntry).toInt(), 0, 65'535));
    chosen.language = m_file.value(languageEntry).toString();
    chosen.welcomed = flag(welcomedEntry, usual.welcomed);
    chosen.toldOfTray = flag(toldOfTrayEntry, usual.toldOfTray);
    const QStringList unasked = m_file.value(productionUnaskedEntry).toStringList();
    chosen.productionUnasked = QSet(unasked.begin(), unasked.end());
    return chosen;
}

void PreferenceFile::save(const Preferences &preferences)
{
    m_file.setValue(coloursEntry, nameOf(colourNames, preferences.colours));
    m_file.setValue(marginEntry, qint64(preferences.margin.count()));
    m_file.setValue(clipboardEntry,
                    qint64(preferences.clipboardLife.value_or(std::chrono::seconds(0)).count()));
    m_file.setValue(notificationsEntry, preferences.notifications);
    m_file.setValue(trayEntry, preferences.tray);
    m_file.setValue(closeToTrayEntry, preferences.closeToTray);
    m_file.setValue(proxyEntry, nameOf(proxyNames, preferences.proxy.kind));
    m_file.setValue(proxyHostEntry, preferences.proxy.host);
    m_file.setValue(proxyPortEntry, preferences.proxy.port);
    m_file.setValue(languageEntry, preferences.language);
    m_file.setValue(welcomedEntry, preferences.welcomed);
    m_file.setValue(toldOfTrayEntry, preferences.toldOfTray);
    QStringList unasked(preferences.productionUnasked.begin(), preferences.productionUnasked.end());
    unasked.sort();
    m_file.setValue(productionUnaskedEntry, unasked);
    m_file.sync();
}

QString PreferenceFile::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) + u"/settings.ini"_s;
}

} // namespace tokeni
