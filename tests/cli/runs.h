// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

namespace tokeni {

/*! The result of a run of tokeni-cli. */
struct Ran
{
    int status = -1; //!< Exit status; -1 if it crashed or did not end within a minute.
    QByteArray out;
    QByteArray err;
};

/*! Runs of the real tokeni-cli for one user with a fresh home; the keychain belongs to the
 *  session. */
class Runs
{
public:
    Runs();

    /*! Runs tokeni-cli with \a arguments and \a input on standard input. The event loop keeps
     *  running, so a server of the test can answer. */
    Ran run(const QStringList &arguments, const QByteArray &input = {}) const;
    /*! The same through `sh -c`, with the path of the binary in "$cli". */
    Ran shell(const QString &script) const;
    /*! Starts tokeni-cli and leaves it running. */
    std::unique_ptr<QProcess> start(const QStringList &arguments) const;
    /*! Starts tokeni-cli with \a terminal (the slave of a pseudo-terminal) as its controlling
     *  terminal and standard input. */
    std::unique_ptr<QProcess> onTerminal(const QStringList &arguments, int terminal) const;
    /*! Starts an interactive shell on that terminal, with the path of the binary in "$cli". It is
     *  dash, which leaves the terminal's settings alone. */
    std::unique_ptr<QProcess> shellOnTerminal(int terminal) const;
    /*! Waits for the end of \a process. */
    static Ran ended(QProcess &process);

    /*! Adds a custom environment with keys; false if that fails. */
    bool addWithKeys(const QString &name, const QString &url) const;
    /*! The id of the environment of that name; empty if there is none. */
    QString idOf(const QString &name) const;
    /*! The parsed output of `list --json`. */
    QJsonArray listed() const;

    /*! Sets a variable for all following runs; an empty value removes it. */
    void setVariable(const QString &name, const QString &value);
    QString path(const QString &below) const { return m_home.filePath(below); }
    QString environmentsFile() const
    {
        return path(QStringLiteral(".config/tokeni/environments.json"));
    }
    /*! The path of tokeni-cli. */
    static QString binary();

private:
    void prepare(QProcess &process) const;
    std::unique_ptr<QProcess> startOnTerminal(const QString &program, const QStringList &arguments,
                                              int terminal) const;

    QTemporaryDir m_home;
    QProcessEnvironment m_variables;
};

/*! The item \a item that tokeni has in the session's keyring, read by secret-tool; empty if there
 *  is none. */
QByteArray keyringItem(const QString &item);

/*! The keys that addWithKeys() uses: long enough not to occur by chance. */
inline constexpr char testKey[] = "Key4AddWithKeysZ7w3";
inline constexpr char testSecret[] = "Secret4AddWithKeysQ9x1";

} // namespace tokeni
