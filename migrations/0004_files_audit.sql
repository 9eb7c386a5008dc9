-- Files in chunks addressed by SHA-256; the append-only audit.

create table content (
  sha256 text primary key constraint content_hash_shape check (sha256 ~ '^[0-9a-f]{64}$'),
  size integer not null
);

create table content_chunk (
  sha256 text not null references content on delete cascade,
  number integer not null,
  bytes bytea not null,
  primary key (sha256, number)
);

create table file (
  id uuid primary key default uuidv7(),
  province_id uuid references province,
  sha256 text not null references content,
  name text not null,
  media_type text not null,
  size integer not null,
  is_public boolean not null default false,
  bloc_id uuid references bloc,
  unit_id uuid references unit,
  uploaded_by uuid references accounts."user",
  uploaded_at timestamptz not null default now(),
  illustrative boolean not null default is_illustrative()
);
create index file_of_content on file (sha256);

create schema audit;

create table audit.entry (
  id bigint generated always as identity primary key,
  happened_at timestamptz not null default clock_timestamp(),
  account_id uuid,
  on_behalf_of uuid,
  event text not null,
  entity text not null,
  entity_id text not null default '',
  province_id uuid,
  bloc_year_id uuid,
  before jsonb,
  after jsonb,
  reason text not null default '',
  request_id text not null default ''
);
create index audit_entry_of_entity on audit.entry (entity, entity_id);
create index audit_entry_of_year on audit.entry (bloc_year_id, id);

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'the audit is append-only' using constraint = 'audit_append_only', errcode = 'integrity_constraint_violation';
end $$;

create trigger audit_append_only before update or delete on audit.entry
  for each row execute function audit.refuse_change();
create trigger audit_never_emptied before truncate on audit.entry
  for each statement execute function audit.refuse_change();
