// Imported first: what a benchmark measures must not log while it runs, and loggers read these when they are loaded.
process.env['POWERTOOLS_METRICS_DISABLED'] = 'true';
process.env['POWERTOOLS_LOG_LEVEL'] = 'SILENT';
