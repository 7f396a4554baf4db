-- A published set of code tables. Its rows are written with it in one transaction and never changed: whoever sees the release
-- sees all of it. The newest release (highest id) is the one in use.
create table code_release (
    id           bigint generated always as identity primary key,
    name         text        not null,
    source       text        not null,
    -- SHA-256 of the tables it was made from: the same folder is published once, by whichever gateway comes first
    digest       text        not null unique,
    row_count    int         not null,
    -- first and last service day it was made for
    effective    int         not null,
    ended        int         not null,
    published_at timestamptz not null
);

-- In all tables below effective and ended are service days yyyymmdd, both inclusive; effective 0: for ever before,
-- ended 99991231: still in force.

-- CPT and HCPCS codes with the policy indicators of the physician fee schedule.
create table code_procedure (
    release_id    bigint   not null references code_release on delete cascade,
    code          text     not null,
    effective     int      not null,
    ended         int      not null,
    status        text     not null,
    global_period text     not null,
    multiple      smallint not null,
    bilateral     smallint not null,
    assistant     smallint not null,
    co_surgery    smallint not null,
    team          smallint not null,
    pctc          smallint not null,
    primary key (release_id, code, effective)
);

-- Most units (CMS MUE); scope is the adjudication indicator: 1 line, 2 day by policy, 3 day by clinical data.
create table code_units_limit (
    release_id bigint   not null references code_release on delete cascade,
    code       text     not null,
    effective  int      not null,
    ended      int      not null,
    units      int      not null,
    scope      smallint not null check (scope between 1 and 3),
    primary key (release_id, code, effective)
);

-- Add-on codes and their primaries; primary_code is empty where the source names none. Type 1 closed list, 2 no list, 3 open.
create table code_add_on (
    release_id   bigint   not null references code_release on delete cascade,
    code         text     not null,
    primary_code text     not null,
    effective    int      not null,
    ended        int      not null,
    type         smallint not null check (type between 1 and 3),
    primary key (release_id, code, primary_code, effective)
);

-- NCCI pairs: column2 is not paid beside column1, unless a modifier lifts the pair.
create table code_pair (
    release_id         bigint  not null references code_release on delete cascade,
    column1            text    not null,
    column2            text    not null,
    effective          int     not null,
    ended              int     not null,
    lifted_by_modifier boolean not null,
    primary key (release_id, column1, column2, effective)
);

create table code_modifier (
    release_id  bigint  not null references code_release on delete cascade,
    code        text    not null,
    effective   int     not null,
    ended       int     not null,
    lifts_pairs boolean not null,
    primary key (release_id, code, effective)
);

create table code_place (
    release_id bigint  not null references code_release on delete cascade,
    code       text    not null,
    effective  int     not null,
    ended      int     not null,
    facility   boolean not null,
    primary key (release_id, code, effective)
);

-- ICD-10-CM; codes that are not billable are headers of finer ones.
create table code_diagnosis (
    release_id bigint  not null references code_release on delete cascade,
    code       text    not null,
    effective  int     not null,
    ended      int     not null,
    billable   boolean not null,
    primary key (release_id, code, effective)
);
