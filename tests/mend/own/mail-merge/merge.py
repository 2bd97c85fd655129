#!/usr/bin/env python3
# Mail merge: fills letter.txt for every line of people.csv, a few letters at a
# time, and drops the results into the spool folder named in merge.ini.
#
# 2021-03: threads, because the spool was on a slow network drive
# 2023-11: settings moved from constants to merge.ini

import configparser, csv, os, string, sys, tempfile, threading, time
from concurrent.futures import ThreadPoolExecutor

config = configparser.ConfigParser()
config.read(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'merge.ini'))

slots = threading.Semaphore(2)      # the drive takes no more than two writers


def load_template(name):
    with open(name, encoding=config.get('letter', 'encoding')) as f:
        return string.Template(f.read())


def people(name):
    with open(name, newline='', encoding='utf-8') as f:
        for row in csv.DictReader(f):
            row['amount'] = '%.2f' % float(row['amount'])
            yield row


def write_letter(template, row, spool):
    text = template.substitute(row)
    target = os.path.join(spool, '%s.txt' % row['number'])
    with slots:
        time.sleep(config.getfloat('spool', 'pause'))
        with open(target, 'w', encoding=config.get('letter', 'encoding')) as f:
            f.write(text)
    return os.path.basename(target), len(text.split())


def make_pool():
    workers = config.get('pool', 'workers')
    prefix = config.get('pool', 'prefix', fallback='merge')
    return ThreadPoolExecutor(workers, thread_name_prefix=prefix)


def main():
    template = load_template('letter.txt')
    spool = tempfile.mkdtemp(prefix=config.get('spool', 'prefix'))
    with make_pool() as pool:
        letters = [pool.submit(write_letter, template, row, spool) for row in people('people.csv')]
    words = 0
    for letter in letters:
        name, count = letter.result()
        words += count
        print(name, count, 'words')
    with open(os.path.join(spool, '1002.txt'), encoding='utf-8') as f:
        print(f.read().rstrip())
    print('%d letters, %d words' % (len(letters), words))
    return 0


if __name__ == '__main__':
    sys.exit(main())
