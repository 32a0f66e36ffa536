-- A quarter's scorecards need a few measures of very many reports: each is read in one go, without a look at the others.
CREATE INDEX measure_key ON measure (key, report, value);
