-- Which transaction sets were taken, by BHT03, so that a second one is answered A3:746 in the 277CA.
create table transmission_seen (
    partner_id          text not null,
    sender              text not null,
    -- ISA15: a test does not use up a number of production
    usage               text not null,
    originator_id       text not null,
    submission_id       uuid not null references submission,
    interchange_ordinal int  not null,
    group_ordinal       int  not null,
    set_ordinal         int  not null,
    primary key (partner_id, sender, usage, originator_id)
);

-- What retention removes, and what is withdrawn with its set, is found by this.
create index transmission_seen_of_submission on transmission_seen (submission_id);
