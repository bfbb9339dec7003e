// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "freedmemory.h"

#include "addresssanitizer.h"

#include <QString>

#include <algorithm>
#include <atomic>
#include <cstring>

namespace tokeni {

namespace {

// Plain memory: free() runs in this code, so it must not allocate or free anything itself.
struct Needle
{
    char bytes[256];
    std::size_t size;
};
Needle needles[16];
std::atomic<int> needleCount = 0;
std::atomic<int> found = 0;

void look(const void *block, std::size_t size)
{
    const auto *begin = static_cast<const char *>(block);
    for (int i = 0; i < needleCount; ++i) {
        if (std::search(begin, begin + size, needles[i].bytes, needles[i].bytes + needles[i].size)
            != begin + size) {
            ++found;
            return;
        }
    }
}

} // namespace

FreedMemory::FreedMemory(const QList<QByteArray> &secrets)
{
    int count = 0;
    for (const QByteArray &secret : secrets) {
        const QString text = QString::fromUtf8(secret);
        const QByteArray wide(reinterpret_cast<const char *>(text.utf16()), 2 * text.size());
        for (const QByteArray &bytes : {secret, wide}) {
            Needle &needle = needles[count++];
            needle.size = std::size_t(bytes.size());
            std::memcpy(needle.bytes, bytes.constData(), needle.size);
        }
    }
    m_count = count;
}

void FreedMemory::watch()
{
    found = 0;
    needleCount = m_count;
}

FreedMemory::~FreedMemory()
{
    needleCount = 0;
}

int FreedMemory::finds() const
{
    return found;
}

bool FreedMemory::isSupported()
{
#if defined(TOKENI_ADDRESS_SANITIZER) || defined(__GLIBC__)
    return true;
#else
    return false;
#endif
}

} // namespace tokeni

#ifdef TOKENI_ADDRESS_SANITIZER
// From sanitizer/allocator_interface.h, which not every compiler's package includes.
extern "C" int __sanitizer_install_malloc_and_free_hooks(void (*)(const volatile void *,
                                                                  std::size_t),
                                                         void (*)(const volatile void *));
extern "C" std::size_t __sanitizer_get_allocated_size(const volatile void *block);

static const int installed = __sanitizer_install_malloc_and_free_hooks(
    [](const volatile void *, std::size_t) {},
    [](const volatile void *block) {
        if (block && tokeni::needleCount > 0)
            tokeni::look(const_cast<const void *>(block), __sanitizer_get_allocated_size(block));
    });
#elif defined(__GLIBC__)
#include <malloc.h>

// NOLINTBEGIN: glibc's own names for free() and realloc().
extern "C" void __libc_free(void *block);
extern "C" void *__libc_realloc(void *block, std::size_t size);
// NOLINTEND
extern "C" void free(void *block) noexcept
{
    if (block) {
        const std::size_t size = malloc_usable_size(block);
        if (tokeni::needleCount > 0)
            tokeni::look(block, size);
        // The next owner may not overwrite all of it.
        std::memset(block, 0, size);
    }
    __libc_free(block);
}

extern "C" void *realloc(void *block, std::size_t size) noexcept
{
    if (!block || tokeni::needleCount == 0)
        return __libc_realloc(block, size);
    // Always moves the block, so that what it leaves behind is seen.
    const std::size_t before = malloc_usable_size(block);
    void *moved = malloc(size);
    if (moved) {
        std::memcpy(moved, block, std::min(before, size));
        free(block);
    }
    return moved;
}
#endif
