// SPDX-FileCopyrightText: 2026 The Tokeni authors
// SPDX-License-Identifier: GPL-3.0-or-later
import MpesaPay from 'mpesapay';
import { callback, phone, report, secret, shortcode } from './payment.cjs';

report(async () => {
    const client = new MpesaPay('simulator-consumer-key', secret, shortcode, 'passkey', 'Order 1',
        'Payment', shortcode, 'unused', 'unused', 'sandbox');
    const token = await client.AccessToken();
    const push = await client.stkPush('1', phone, callback);
    return { token, push: push.CheckoutRequestID };
});
