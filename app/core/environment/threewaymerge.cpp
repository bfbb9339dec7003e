// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/environment/threewaymerge.h"

#include "core/environment/environmentedit.h"

namespace tokeni {

EnvironmentList threeWayMerge(const EnvironmentList &stored, const EnvironmentList &before,
                              const EnvironmentList &after)
{
    // In this case their order is taken over too, since nobody else changed anything.
    if (stored == before || stored == after)
        return after;
    EnvironmentList list = stored;
    for (const Environment &old : before.all()) {
        if (!after.find(old.id) && list.find(old.id))
            (void)list.remove(old.id);
    }
    for (Environment wanted : after.all()) {
        const Environment *old = before.find(wanted.id);
        if (old && *old == wanted)
            continue;
        // Without the environment itself: neither its own name nor the number that it got earlier
        // is a conflict.
        EnvironmentList others = list;
        (void)others.remove(wanted.id);
        if (others.findNamed(wanted.name))
            wanted.name = others.freeName(wanted.name);
        const Environment *theirs = list.find(wanted.id);
        if (theirs && old)
            (void)list.replace(EnvironmentEdit{*old, wanted}.appliedTo(*theirs));
        else if (theirs)
            (void)list.replace(wanted);
        else
            (void)list.addStored(wanted);
    }
    return list;
}

} // namespace tokeni
