// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

#include <optional>

namespace tokeni {

/*! Goes through a text line by line, with LF or CRLF at the line ends. The text must outlive it. */
class Lines
{
public:
    explicit Lines(QByteArrayView text) : m_left(text) { }

    /*! The next line without its end; nothing after the last one. */
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
    /*! The number of the line that next() gave last, counted from one. */
    [[nodiscard]] int number() const { return m_number; }
    /*! All from \a place, which is in the line that next() gave last, to the end of the text. */
    [[nodiscard]] QByteArrayView from(const char *place) const
    {
        return {place,
                m_left.isEmpty() ? m_line.data() + m_line.size() : m_left.data() + m_left.size()};
    }
    /*! Goes on after the line that has \a place. */
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
