-- Discipline of the head and grave events of the year: they cap the class of a unit where the bloc's rules say so.
alter table bar drop constraint bar_kind_known;
alter table bar add constraint bar_kind_known check (kind in ('discipline', 'inspection', 'complaint', 'no_pledge',
  'no_self_score', 'violation_list', 'head_reprimanded', 'head_warned', 'head_dismissed', 'staff_prosecuted',
  'corruption', 'disunity', 'other'));

-- Figures from outside the score table that the rules of ranking ask for: shares for classes, places a vote gave.
create table ranking_figure (
  score_table_id uuid not null references score_table,
  unit_id uuid not null references unit,
  code text not null,
  value numeric not null,
  source text not null default '',
  illustrative boolean not null default is_illustrative(),
  recorded_by uuid references accounts."user",
  recorded_at timestamptz not null default now(),
  primary key (score_table_id, unit_id, code)
);
