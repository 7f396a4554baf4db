-- Code tables in parts. A part is what one import read of one kind of file: its rows are written with it in one transaction and
-- never changed. A release says which parts are in force on which service days, so that an import of one kind shares the parts
-- of all others with the release before it. The release named by the newest activation is the one in use; going back to an
-- earlier one is another activation.

create table code_part (
    id           bigint generated always as identity primary key,
    kind         text        not null check (kind in ('PAIRS', 'UNITS', 'ADD_ONS', 'FEE_SCHEDULE', 'HCPCS', 'MODIFIERS',
                                   'DIAGNOSES', 'PLACES', 'TAXONOMIES', 'PAYER_LIST')),
    -- the payer of a payer's own list, else empty
    owner        text        not null,
    name         text        not null,
    -- names of the files it was read from
    source       text        not null,
    -- SHA-256 of those files
    digest       text        not null,
    row_count    int         not null,
    -- latest day on which one of its rows starts, 0 if none tells
    newest_start int         not null,
    -- from the demonstration pack that claimgate brings along
    built_in     boolean     not null,
    imported_at  timestamptz not null,
    unique (kind, owner, digest)
);

create table code_release (
    id           bigint generated always as identity primary key,
    name         text        not null,
    source       text        not null,
    digest       text        not null,
    -- of all its parts
    row_count    int         not null,
    -- service days for which this release is different from the one before
    effective    int         not null,
    ended        int         not null,
    published_at timestamptz not null
);
create index code_release_by_digest on code_release (digest);

-- The service days, both inclusive, on which a release is judged by a part.
create table code_release_part (
    release_id bigint not null references code_release on delete cascade,
    part_id    bigint not null references code_part,
    valid_from int    not null,
    valid_to   int    not null,
    primary key (release_id, part_id, valid_from)
);

create table code_activation (
    id           bigint generated always as identity primary key,
    release_id   bigint      not null references code_release,
    activated_at timestamptz not null
);

-- In all tables below effective and ended are service days yyyymmdd, both inclusive; effective 0: for ever before,
-- ended 99991231: still in force. The release may narrow them.

-- CPT and HCPCS codes with the policy indicators of the physician fee schedule; status - for rows that only tell that a code
-- exists (HCPCS level II).
create table code_procedure (
    part_id       bigint   not null references code_part on delete cascade,
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
    primary key (part_id, code, effective)
);

-- Total relative values in hundredths.
create table code_relative_value (
    part_id      bigint not null references code_part on delete cascade,
    code         text   not null,
    effective    int    not null,
    ended        int    not null,
    non_facility int    not null,
    facility     int    not null,
    primary key (part_id, code, effective)
);

-- Most units (CMS MUE); scope is the adjudication indicator: 1 line, 2 day by policy, 3 day by clinical data.
create table code_units_limit (
    part_id   bigint   not null references code_part on delete cascade,
    code      text     not null,
    effective int      not null,
    ended     int      not null,
    units     int      not null,
    scope     smallint not null check (scope between 1 and 3),
    primary key (part_id, code, effective)
);

-- Add-on codes and their primaries; primary_code is empty where the source names none. Type 1 closed list, 2 no list, 3 open.
create table code_add_on (
    part_id      bigint   not null references code_part on delete cascade,
    code         text     not null,
    primary_code text     not null,
    effective    int      not null,
    ended        int      not null,
    type         smallint not null check (type between 1 and 3),
    primary key (part_id, code, primary_code, effective)
);

-- NCCI pairs: column2 is not paid beside column1, unless a modifier lifts the pair. Millions of rows, read one part at a time:
-- the rows of a part lie together, so that a few pages of index tell where.
create table code_pair (
    part_id            bigint  not null,
    column1            text    not null,
    column2            text    not null,
    effective          int     not null,
    ended              int     not null,
    lifted_by_modifier boolean not null
);
create index code_pair_of_part on code_pair using brin (part_id);

create table code_modifier (
    part_id     bigint  not null references code_part on delete cascade,
    code        text    not null,
    effective   int     not null,
    ended       int     not null,
    lifts_pairs boolean not null,
    primary key (part_id, code, effective)
);

create table code_place (
    part_id   bigint  not null references code_part on delete cascade,
    code      text    not null,
    effective int     not null,
    ended     int     not null,
    facility  boolean not null,
    primary key (part_id, code, effective)
);

-- ICD-10-CM; codes that are not billable are headers of finer ones.
create table code_diagnosis (
    part_id   bigint  not null references code_part on delete cascade,
    code      text    not null,
    effective int     not null,
    ended     int     not null,
    billable  boolean not null,
    primary key (part_id, code, effective)
);

-- NUCC provider taxonomy.
create table code_taxonomy (
    part_id   bigint not null references code_part on delete cascade,
    code      text   not null,
    effective int    not null,
    ended     int    not null,
    primary key (part_id, code, effective)
);

-- A payer's own list; units null: no limit of its own.
create table code_payer_rule (
    part_id   bigint  not null references code_part on delete cascade,
    payer     text    not null,
    code      text    not null,
    effective int     not null,
    ended     int     not null,
    covered   boolean not null,
    units     int,
    primary key (part_id, payer, code, effective)
);
