// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The function that libFuzzer calls (https://llvm.org/docs/LibFuzzer.html). Compiled once for each
// target.

#include "targets.h"

#include <cstddef>
#include <cstdint>

#include <QString>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace tokeni::fuzz;
    static const auto target = [] {
        for (const Target &known : targets) {
            if (QLatin1StringView(known.name) == QLatin1StringView(TOKENI_FUZZ_TARGET))
                return known.run;
        }
        promise(false, "the target is in the list");
        Q_UNREACHABLE();
    }();
    target(QByteArrayView(data, qsizetype(size)));
    return 0;
}
