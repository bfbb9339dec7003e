// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/command/commands.h"
#include "cli/console/options.h"
#include "cli/console/tokenanswer.h"
#include "core/token/copyformat.h"

namespace tokeni {

void defineHeader(CLI::App &app, Run &chosen)
{
    CLI::App *command = app.add_subcommand(
        "header", "Prints \"Authorization: Bearer ...\"; gets a new token only if needed");
    const auto name = std::make_shared<std::string>();
    addText(*command, "NAME", *name, "The environment's name")->required();
    command->callback([&chosen, name] {
        chosen = [name](Program &program) {
            return answerWithToken(program, QString::fromLocal8Bit(*name),
                                   ReusePolicy::outsideMargin(),
                                   [](const Token &token, const Environment &) {
                                       return asLine(formatted(token, CopyFormat::BearerHeader));
                                   });
        };
    });
}

} // namespace tokeni
