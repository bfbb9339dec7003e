// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secret/secret.h"
#include "support/addresssanitizer.h"

#include <QTest>

#ifdef TOKENI_ADDRESS_SANITIZER
// From sanitizer/allocator_interface.h, which not every compiler's package includes.
extern "C" int __sanitizer_install_malloc_and_free_hooks(void (*)(const volatile void *,
                                                                  std::size_t),
                                                         void (*)(const volatile void *));
extern "C" std::size_t __sanitizer_get_allocated_size(const volatile void *block);
#endif

using namespace tokeni;
using namespace Qt::StringLiterals;

// The last moment to look at memory is when it is freed, so free() is intercepted.
namespace {

const volatile char *watched = nullptr;
std::size_t watchedSize = 0;
int freed = 0;
int freedWithBytesInIt = 0;

void look(const volatile void *block, std::size_t blockSize)
{
    const auto *begin = static_cast<const volatile char *>(block);
    if (!watched || watched < begin || watched >= begin + blockSize)
        return;
    ++freed;
    for (std::size_t i = 0; i < watchedSize; ++i) {
        if (watched[i] != 0) {
            ++freedWithBytesInIt;
            break;
        }
    }
    watched = nullptr;
}

void watch(const void *memory, qsizetype size)
{
    freed = 0;
    freedWithBytesInIt = 0;
    watchedSize = std::size_t(size);
    watched = static_cast<const volatile char *>(memory);
}

} // namespace

#ifdef TOKENI_ADDRESS_SANITIZER
static const int installed = __sanitizer_install_malloc_and_free_hooks(
    [](const volatile void *, std::size_t) {},
    [](const volatile void *block) {
        if (block && watched)
            look(block, __sanitizer_get_allocated_size(block));
    });
#elif defined(__GLIBC__)
#include <malloc.h>

extern "C" void __libc_free(void *block); // NOLINT: glibc's own name for what free() does.
extern "C" void free(void *block) noexcept
{
    if (block && watched)
        look(block, malloc_usable_size(block));
    __libc_free(block);
}
#endif

class SecretIsWipedTest : public QObject
{
    Q_OBJECT

    // Shows that the test notices bytes that are left behind.
    void bytesLeftBehindAreNoticed()
    {
        auto *bytes = new char[32];
        qstrncpy(bytes, "left behind", 32);
        watch(bytes, 11);
        delete[] bytes;
        QCOMPARE(freed, 1);
        QCOMPARE(freedWithBytesInIt, 1);
    }

private Q_SLOTS:
    void initTestCase()
    {
#if !defined(TOKENI_ADDRESS_SANITIZER) && !defined(__GLIBC__)
        QSKIP("free() can't be listened to here");
#endif
        bytesLeftBehindAreNoticed();
    }

    void whenItIsDestroyed()
    {
        {
            const Secret secret("consumer-secret-0123456789");
            watch(secret.view().data(), secret.size());
        }
        QCOMPARE(freed, 1);
        QCOMPARE(freedWithBytesInIt, 0);
    }

    void whenAnotherTakesItsPlace()
    {
        Secret secret("consumer-secret-0123456789");
        watch(secret.view().data(), secret.size());
        secret = Secret("another");
        QCOMPARE(freed, 1);
        QCOMPARE(freedWithBytesInIt, 0);
        QCOMPARE(secret.view(), "another");
    }

    void togetherWithTheBytesItWasMadeFrom()
    {
        QByteArray bytes("consumer-secret-0123456789");
        watch(bytes.constData(), bytes.size());
        const Secret secret = Secret::taking(std::move(bytes));
        QCOMPARE(freed, 1);
        QCOMPARE(freedWithBytesInIt, 0);
        QCOMPARE(secret.view(), "consumer-secret-0123456789");
    }

    void togetherWithTheTextItWasMadeFrom()
    {
        QString text(u"consumer-secret-ä"_s);
        text.detach();
        watch(text.constData(), text.size() * qsizetype(sizeof(QChar)));
        const Secret secret = Secret::taking(std::move(text));
        QCOMPARE(freed, 1);
        QCOMPARE(freedWithBytesInIt, 0);
        QCOMPARE(secret.view(), "consumer-secret-\xC3\xA4");
    }

    void andLeavesNothingBehindWhenMoved()
    {
        Secret from("consumer-secret-0123456789");
        const char *bytes = from.view().data();
        const Secret to = std::move(from);
        QVERIFY(to.view().data() == bytes);
        QVERIFY(from.isEmpty()); // NOLINT(bugprone-use-after-move): that is the promise.
        QVERIFY(from.view().isEmpty());
    }

    void butNotWhenMovedIntoItself()
    {
        Secret secret("kept");
        Secret &same = secret;
        secret = std::move(same);
        QCOMPARE(secret.view(), "kept");
    }

    void butBytesOfOtherOwnersAreKept()
    {
        QByteArray bytes("shared with somebody");
        const QByteArray other = bytes;
        wipe(bytes);
        QVERIFY(bytes.isEmpty());
        QCOMPARE(other, "shared with somebody");

        QString text(u"shared with somebody"_s);
        const QString otherText = text;
        wipe(text);
        QVERIFY(text.isEmpty());
        QCOMPARE(otherText, u"shared with somebody"_s);
    }

    void andMayBeEmpty()
    {
        QByteArray bytes;
        wipe(bytes);
        QString text;
        wipe(text);
        QVERIFY(Secret::taking(QByteArray()).isEmpty());
        QVERIFY(Secret::taking(QString()).isEmpty());
        QVERIFY(Secret().clone().isEmpty());
    }

    void andIsNotCopiedByAccident()
    {
        static_assert(!std::is_copy_constructible_v<Secret>);
        static_assert(!std::is_copy_assignable_v<Secret>);
        static_assert(!std::is_convertible_v<Secret, QByteArray>);
        static_assert(!std::is_convertible_v<Secret, QString>);
        static_assert(!std::is_convertible_v<QByteArray, Secret>);
        static_assert(std::is_nothrow_move_constructible_v<Secret>);
        const Secret secret("twice");
        const Secret clone = secret.clone();
        QVERIFY(clone == secret);
        QVERIFY(clone.view().data() != secret.view().data());
    }
};

QTEST_APPLESS_MAIN(SecretIsWipedTest)
#include "secret-is-wiped.moc"
