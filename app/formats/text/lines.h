// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <optional>

namespace tokeni {

/*! Iterates over the lines of a text, which end with LF or CRLF. The text must outlive this object.
 */
class Lines
{
public:
    explicit Lines(QByteArrayView text) : m_left(text) { }

    /*! The next line without its line end; std::nullopt after the last one. */
    std::optional<QByteArrayView> next()
    {
        if (m_left.isEmpty())
            return std::nullopt;
        const qsizetype end = m_left.indexOf('\n');
        QByteArrayView line = end < 0 ? m_left : m_left.first(end);
        m_left = end < 0 ? QByteArrayView() : m_left.sliced(end + 1);
        ++m_number;
        m_line = line;
        if (line.endsWith('\r'))
            line.chop(1);
        return line;
    }
    /*! The number of the line that next() last returned, counted from 1. */
    [[nodiscard]] int number() const { return m_number; }
    /*! Everything from \a place, which must be in the line that next() last returned, to the end of
     *  the text. */
    [[nodiscard]] QByteArrayView from(const char *place) const
    {
        return {place,
                m_left.isEmpty() ? m_line.data() + m_line.size() : m_left.data() + m_left.size()};
    }
    /*! Continues after the line that contains \a place. */
    void skipTo(const char *place)
    {
        while (!m_left.isEmpty() && place >= m_left.data())
            next();
    }

private:
    QByteArrayView m_left;
    QByteArrayView m_line;
    int m_number = 0;
};

} // namespace tokeni
