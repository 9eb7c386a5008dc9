-- Discipline of the head and grave events of the year: they cap the class of a unit where the bloc's rules say so.
alter table bar drop constraint bar_kind_known;
alter table bar add constraint bar_kind_known check (kind in ('discipline', 'inspection', 'complaint', 'no_pledge',
  'no_self_score', 'violation_list', 'head_reprimanded', 'head_warned', 'head_dismissed', 'staff_prosecuted',
  'corruption', 'disunity', 'other'));
