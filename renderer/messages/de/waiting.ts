import type { Translated } from '../../../app/shared/messages/message.ts';
import type { waiting as en } from '../en/waiting.ts';

export const waiting: Translated<typeof en> = {
  'waiting.browser.copy': 'Callback-URL',
  'waiting.browser.console': 'API-Konsole öffnen',
  'waiting.browser.use': 'Browser verwenden',
  'waiting.browser.paste': 'Callback-URL behalten und Adresse einfügen',

  'waiting.refused.title': '{host} lehnt Anmeldungen in diesem Fenster ab',
  'waiting.refused.text':
    'Der Dienst akzeptiert meist Ihren Browser. Registrieren Sie zuerst diese Callback-URL beim Dienst, damit die Anmeldung zu diesem Computer zurückkehrt:',

  'waiting.signIn.title': '{host} verlangt eine Anmeldung, die das Anmeldefenster nicht unterstützt',
  'waiting.signIn.wanted.Negotiate':
    'Die verlangte Anmeldung verwendet Ihr Konto auf diesem Computer (Negotiate, Kerberos).',
  'waiting.signIn.wanted.NTLM': 'Die verlangte Anmeldung verwendet Ihr Konto auf diesem Computer (NTLM).',
  'waiting.signIn.wanted.Digest': 'Verlangt werden Benutzername und Kennwort in einer Abfrage des Browsers (Digest).',
  'waiting.signIn.wanted.Basic': 'Verlangt werden Benutzername und Kennwort in einer Abfrage des Browsers (Basic).',
  'waiting.signIn.text':
    'Zeigt das Fenster ein Anmeldeformular, verwenden Sie dieses. Melden Sie sich sonst mit Ihrem Browser an. Registrieren Sie zuerst diese Callback-URL beim Dienst:',

  'waiting.device': 'Anmeldung mit einem Code',
  'waiting.device.lead':
    'Öffnen Sie diese Seite in einem beliebigen Browser, auch auf dem Smartphone, und geben Sie dort den Code ein.',
  'waiting.device.code': 'Code',
  'waiting.device.code.copy': 'Code',
  'waiting.device.open': 'Seite öffnen',
  'waiting.device.expires': 'Der Code läuft <time></time> ab',
  'waiting.device.expired': 'Der Code ist abgelaufen.',
  'waiting.device.scan': 'Mit dem Smartphone scannen',
  'waiting.device.qrCode': 'QR-Code der Seite',

  'waiting.again': 'Anmeldung in Ihrem Browser',
  'waiting.again.open': 'Erneut öffnen',
  'waiting.again.copy': 'Link kopieren',
  'waiting.again.opened': 'In Ihrem Browser geöffnet.',
  'waiting.again.copied': 'Kopiert. Der Link gilt nur für diese Anmeldung.',

  'waiting.paste': 'Adresse nach Tokenboard kopieren',
  'waiting.paste.logIn': 'Melden Sie sich in Ihrem Browser an und erlauben Sie den Zugriff.',
  'waiting.paste.page':
    'Die Anmeldung endet auf einer Seite bei <mono>{host}</mono>. Was die Seite anzeigt, ist unwichtig.',
  'waiting.paste.copy': 'Kopieren Sie die ganze Adresse aus der Adressleiste und fügen Sie sie hier ein.',
  'waiting.paste.address': 'Adresse der Seite nach der Anmeldung',
  'waiting.paste.empty': 'Fügen Sie die Adresse hier ein.',
  'waiting.paste.problem': '{title}. {meaning}',
  'waiting.paste.send': 'Weiter',
};
