// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later
'use strict';
const { callback, phone, report, secret, shortcode } = require('./payment.cjs');
const Daraja = require('@saverious/daraja');

report(async () => {
    const client = new Daraja({
        consumer_key: 'simulator-consumer-key', consumer_secret: secret, environment: 'development',
    });
    const token = await client.accessToken;
    const push = await client.stkPush({
        sender_phone: phone, payBillOrTillNumber: shortcode, amount: '1', callback_url: callback,
    });
    return { token, push: push.CheckoutRequestID };
});
