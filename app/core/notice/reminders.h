// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/token/renewal.h"

namespace tokeni {

/*! A moment in a token's life that its user may want to know of. */
enum class Reminder
{
    FiveMinutes, //!< Five minutes are left, of a token that lives longer than ten.
    OneMinute, //!< One minute is left, of a token that lives longer than two.
    Expired
};

/*! Tells of each of these moments once per token, if it happens while Tokeni is running. Of several
 *  that passed while the machine was suspended it tells the last.
 *
 *  With automatic renewal on, only reports an expiry that renewal failed to prevent. */
class Reminders : public QObject
{
    Q_OBJECT
public:
    /*! All arguments must outlive this object. */
    Reminders(const Environments &environments, const Tokens &tokens, const Renewal &renewal,
              const Clock &clock, QObject *parent = nullptr);

    /*! False when nothing is to come. */
    [[nodiscard]] bool isAwake() const { return m_alarm->isSet(); }

Q_SIGNALS:
    void due(const QString &environmentId, tokeni::Reminder reminder);

private:
    struct Watched
    {
        ClockReading askedAt; // Which token it is.
        std::chrono::milliseconds lifetime;
        qint64 minLeft; // Milliseconds; what is above this was not told of yet.
    };

    void look(const QString &environmentId);
    void lookAt(const Environment &environment);
    void lookAtAll();
    void followList();
    [[nodiscard]] bool mayTell(const Environment &environment, Reminder reminder) const;
    void schedule();
    void setAlarm();

    const Environments &m_environments;
    const Tokens &m_tokens;
    const Renewal &m_renewal;
    const Clock &m_clock;
    std::map<QString, Watched> m_watched;
    const std::unique_ptr<Alarm> m_alarm;
    bool m_scheduling = false;
};

/*! The environment's name, with PRODUCTION before it where real money is behind it. */
[[nodiscard]] QString announcedName(const Environment &environment);
/*! One sentence: which token, and how it is with it. \a millisecondsLeft as it is now. */
[[nodiscard]] QString reminderWords(const Environment &environment, Reminder reminder,
                                    qint64 millisecondsLeft);

} // namespace tokeni
