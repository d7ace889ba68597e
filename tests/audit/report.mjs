// A check answers with rows of { subject, figures, faults }: what was looked at, numbers in the order of its columns,
// and a line for each thing that is not as promised.

// Prints the table and then the faults; how many there are.
export function report(title, columns, rows, seconds) {
    const width = Math.max(...rows.map((row) => row.subject.length)) + 2;
    const sizes = columns.map((column) => Math.max(column.length, 7) + 2);
    const faults = rows.flatMap((row) => row.faults.map((fault) => `${row.subject}: ${fault}`));
    console.log(`\n${title} (${seconds.toFixed(0)} s)`);
    console.log(' '.repeat(width + 2) + columns.map((column, index) => column.padStart(sizes[index])).join(''));
    for (const { subject, figures, faults: own } of rows) {
        const numbers = figures.map((figure, index) => String(figure).padStart(sizes[index]));
        console.log(`${own.length ? '!' : ' '} ${subject.padEnd(width)}${numbers.join('')}`);
    }
    for (const fault of faults) console.log(`  ! ${fault}`);
    console.log(faults.length ? `  ${faults.length} faults` : '  no faults');
    return faults.length;
}
