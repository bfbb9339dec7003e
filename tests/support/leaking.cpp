// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

// leaking MODULE ours|theirs|fault: a program that leaks something itself, that loads and unloads a
// module which does, or that reads past the end of something. For judged.sh.

#include <cstring>
#include <dlfcn.h>

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    void *module = dlopen(argv[1], RTLD_NOW);
    if (!module)
        return 2;
    if (std::strcmp(argv[2], "ours") == 0) {
        [[maybe_unused]] char *volatile lost = new char[100];
        lost = nullptr;
    } else if (std::strcmp(argv[2], "theirs") == 0) {
        reinterpret_cast<void (*)()>(dlsym(module, "leak"))();
    } else {
        char *volatile few = new char[100];
        const bool read = few[argc * 40] == 1;
        delete[] few;
        return read ? 0 : 3;
    }
    dlclose(module);
    return 0;
}
