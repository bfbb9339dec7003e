// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "gui/controls/accessible.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace tokeni {

using namespace Qt::StringLiterals;

namespace {

class LabelInterface : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit LabelInterface(AccessibleLabel *readout)
        : QAccessibleWidget(readout, QAccessible::StaticText)
    { }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TextInterface)
            return static_cast<QAccessibleTextInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }

    QString text(QAccessible::Text kind) const override
    {
        return kind == QAccessible::Value ? content() : QAccessibleWidget::text(kind);
    }

    // QAccessibleTextInterface
    void selection(int, int *start, int *end) const override { *start = *end = 0; }
    int selectionCount() const override { return 0; }
    void addSelection(int, int) override { }
    void removeSelection(int) override { }
    void setSelection(int, int, int) override { }
    int cursorPosition() const override { return 0; }
    void setCursorPosition(int) override { }
    QString text(int start, int end) const override
    {
        return content().mid(start, end < 0 ? -1 : end - start);
    }
    int characterCount() const override { return int(content().size()); }
    QRect characterRect(int) const override { return rect(); }
    int offsetAtPoint(const QPoint &) const override { return -1; }
    void scrollToSubstring(int, int) override { }
    QString attributes(int, int *start, int *end) const override
    {
        *start = 0;
        *end = characterCount();
        return {};
    }

private:
    [[nodiscard]] QString content() const
    {
        return static_cast<AccessibleLabel *>(widget())->text();
    }
};

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    if (auto *readout = qobject_cast<AccessibleLabel *>(object))
        return new LabelInterface(readout);
    return nullptr;
}

} // namespace

AccessibleLabel::AccessibleLabel(const QString &accessibleName, QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setAccessibleName(accessibleName);
}

void AccessibleLabel::show(const QString &text, const QString &spoken)
{
    const QString description = spoken.isEmpty() ? text : spoken;
    if (text == this->text() && description == accessibleDescription())
        return;
    const QString before = this->text();
    QLabel::setText(text);
    // This emits DescriptionChanged.
    setAccessibleDescription(description);
    if (QAccessible::isActive() && before != text) {
        QAccessibleTextUpdateEvent event(this, 0, before, text);
        QAccessible::updateAccessibility(&event);
    }
}

void installAccessibleLabels()
{
    QAccessible::installFactory(&makeAccessible);
}

} // namespace tokeni
