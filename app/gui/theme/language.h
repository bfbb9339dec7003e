// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QLocale>

namespace tokeni {

/*! The languages of Tokeni's texts, as ISO 639-1 codes. */
[[nodiscard]] QStringList languages();
/*! A language's name in that language, so that users who can't read the present one find it. */
[[nodiscard]] QString nameOfLanguage(const QString &language);
/*! The language to use: \a chosen or, if Tokeni does not have that language, the first of the
 *  system's preferred languages that it has. */
[[nodiscard]] QString languageFor(const QString &chosen, const QLocale &system);
/*! Loads the translations of \a app for \a chosen (empty: the system's language), and sets the
 *  locale for dates and numbers to that language in the system's country. Call once, before the
 *  first text is shown. */
void installTranslations(QCoreApplication &app, const QString &chosen);

} // namespace tokeni
