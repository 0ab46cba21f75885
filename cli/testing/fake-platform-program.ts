// Stands in for local/platform.ts in tests of the process that starts it. What it does is named by the environment.
const behaviour = process.env.FAKE_PLATFORM ?? 'ready';
console.log(`arguments: ${process.argv.slice(2).join(' ')}`);

if (behaviour === 'crash') {
  console.error('the disk is on fire');
  process.exit(3);
}
if (behaviour === 'failed') process.send?.({ type: 'failed', message: 'The directory is in use by process 1.' });
if (behaviour !== 'failed') {
  process.send?.({ type: 'ready', apiUrl: 'http://127.0.0.1:1', liveUrl: 'ws://127.0.0.1:1', resumedCampaigns: 2 });
}

process.on('message', () => {
  console.log('stopped in order');
  process.exit(0);
});
process.on('disconnect', () => process.exit(0));
