// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environments.h"
#include "core/keychain/keychainormemory.h"
#include "core/keys/credentials.h"

#include <map>

namespace tokeni {

/*! Why what was typed for an environment can't be saved or used. */
struct DraftProblem
{
    enum class Field
    {
        TokenUrl,
        CaFile,
        ConsumerKey,
        ConsumerSecret
    };

    Field field; //!< Where to put it right.
    QString text; //!< One sentence for the user; nothing of a key is in it.
};

/*! An environment as it would be after its unsaved changes were saved. */
struct CompletedDraft
{
    Environment environment;
    /*! The keys, if any were typed: where one of the two was, the other is the stored one. */
    std::optional<Credentials> keys;
};

/*! The unsaved changes of all environments in this run: the token URL, CA file and keys that were
 *  typed. They stay with their environment until they are saved or dropped, and are never stored by
 *  themselves. Typed keys are kept as Secret and wiped when they go. */
class Drafts : public QObject
{
    Q_OBJECT
public:
    using Completed = std::function<void(tl::expected<CompletedDraft, DraftProblem>)>;

    /*! Both arguments must outlive this object. */
    Drafts(const Environments &environments, KeychainOrMemory &secrets, QObject *parent = nullptr);

    /*! The text of the URL field; what is stored is no change. */
    void setUrl(const QString &environmentId, const QString &text);
    /*! The text of the CA file's field; what is stored is no change. */
    void setCaFile(const QString &environmentId, const QString &text);
    /*! The keys that were typed. An empty one stands for the stored one. */
    void setKeys(const QString &environmentId, Credentials typed);
    /*! Forgets all that was typed for the environment. */
    void drop(const QString &environmentId);

    /*! The URL as typed, else the one that is asked. */
    [[nodiscard]] QString url(const QString &environmentId) const;
    /*! The CA file as typed, else the stored one. */
    [[nodiscard]] QString caFile(const QString &environmentId) const;
    /*! The keys as typed; each of them may be empty. */
    [[nodiscard]] Credentials keys(const QString &environmentId) const;
    [[nodiscard]] bool isEdited(const QString &environmentId) const;
    /*! What is wrong with the typed URL or CA file, if anything. */
    [[nodiscard]] std::optional<DraftProblem> problem(const QString &environmentId) const;
    /*! The environments with unsaved changes, in the list's order. */
    [[nodiscard]] QList<Environment> edited() const;

    /*! Hands the environment with its unsaved changes to \a done, or what is wrong with them. Where
     *  a stored key is needed, that is when the keychain has answered, and with what is typed then;
     *  \a done is not called when nothing is typed any more, or when \a context is gone. */
    void complete(const QString &environmentId, QObject *context, const Completed &done) const;

Q_SIGNALS:
    /*! Emitted when isEdited() changes. */
    void changed(const QString &environmentId);

private:
    struct Draft
    {
        std::optional<QString> url;
        std::optional<QString> caFile;
        Credentials keys;

        [[nodiscard]] bool hasKeys() const
        {
            return !keys.consumerKey.isEmpty() || !keys.consumerSecret.isEmpty();
        }
        [[nodiscard]] bool isEmpty() const { return !url && !caFile && !hasKeys(); }
    };

    [[nodiscard]] const Draft *find(const QString &environmentId) const;
    void update(const QString &environmentId, const std::function<void(Draft &)> &change);
    void follow(const Environment &environment);
    [[nodiscard]] tl::expected<Environment, DraftProblem> environmentOf(const Environment &stored,
                                                                        const Draft &draft) const;
    void finish(const QString &environmentId, const Credentials &stored,
                const Completed &done) const;

    const Environments &m_environments;
    KeychainOrMemory &m_secrets;
    std::map<QString, Draft> m_drafts; // None of them is empty.
};

} // namespace tokeni
