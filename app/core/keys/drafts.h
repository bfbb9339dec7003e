// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/environment/environments.h"
#include "core/keychain/keychainormemory.h"
#include "core/keys/credentials.h"

#include <map>

namespace tokeni {

/*! Why what the user typed for an environment can't be saved or used. */
struct DraftProblem
{
    enum class Field
    {
        TokenUrl,
        CaFile,
        ConsumerKey,
        ConsumerSecret
    };

    Field field; //!< The field to correct.
    QString text; //!< One sentence for the user; contains no part of a key.
};

/*! An environment as it would be if its unsaved changes were saved. */
struct CompletedDraft
{
    Environment environment;
    /*! The keys, if any were typed: if only one of the two was typed, the other is the stored one.
     */
    std::optional<Credentials> keys;
};

/*! The unsaved changes of all environments in this run: the token URL, CA file and keys that were
 *  typed. They are kept for each environment until they are saved or dropped, and are never stored
 *  automatically. Typed keys are kept as Secret and wiped when they are dropped. */
class Drafts : public QObject
{
    Q_OBJECT
public:
    using Completed = std::function<void(tl::expected<CompletedDraft, DraftProblem>)>;

    /*! Both arguments must outlive this object. */
    Drafts(const Environments &environments, KeychainOrMemory &secrets, QObject *parent = nullptr);

    /*! Sets the text of the URL field; a text equal to the stored URL is not a change. */
    void setUrl(const QString &environmentId, const QString &text);
    /*! Sets the text of the CA file's field; a text equal to the stored path is not a change. */
    void setCaFile(const QString &environmentId, const QString &text);
    /*! Sets the typed keys. An empty key or secret means the stored one. */
    void setKeys(const QString &environmentId, Credentials typed);
    /*! Discards everything that was typed for the environment. */
    void drop(const QString &environmentId);

    /*! The URL as typed; if none was typed, the URL that is requested. */
    [[nodiscard]] QString url(const QString &environmentId) const;
    /*! The CA file as typed; if none was typed, the stored one. */
    [[nodiscard]] QString caFile(const QString &environmentId) const;
    /*! The keys as typed; the key, the secret or both may be empty. */
    [[nodiscard]] Credentials keys(const QString &environmentId) const;
    [[nodiscard]] bool isEdited(const QString &environmentId) const;
    /*! What is wrong with the typed URL or CA file, if anything. */
    [[nodiscard]] std::optional<DraftProblem> problem(const QString &environmentId) const;
    /*! The environments with unsaved changes, in the list's order. */
    [[nodiscard]] QList<Environment> edited() const;

    /*! Hands the environment with its unsaved changes to \a done, or what is wrong with them. If a
     *  stored key is needed, \a done is called when the keychain has answered, with what is typed
     *  at that time. \a done is not called if nothing is typed any more by then, or if \a context
     *  has been destroyed. */
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
    std::map<QString, Draft> m_drafts; // Contains no empty drafts.
};

} // namespace tokeni
