// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/environment/environmentedit.h"

#include <tuple>

namespace tokeni {

namespace {

// All fields except the id, which is never edited.
constexpr std::tuple fields{
    &Environment::name,   &Environment::chosenKind,         &Environment::tokenUrl,
    &Environment::caFile, &Environment::renewAutomatically, &Environment::unknownFields};

template <typename Visit> void forEachField(Visit visit)
{
    std::apply([&visit](auto... field) { (visit(field), ...); }, fields);
}

} // namespace

Environment EnvironmentEdit::appliedTo(const Environment &stored) const
{
    Environment edited = stored;
    forEachField([&](auto field) {
        if (after.*field != before.*field)
            edited.*field = after.*field;
    });
    return edited;
}

bool EnvironmentEdit::conflictsWith(const Environment &stored) const
{
    bool conflicts = false;
    forEachField([&](auto field) {
        conflicts = conflicts
            || (after.*field != before.*field && stored.*field != before.*field
                && stored.*field != after.*field);
    });
    return conflicts;
}

} // namespace tokeni
