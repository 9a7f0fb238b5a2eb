// Validates xAPI statements from standard input as xapi-validation does; writes what is wrong, as JSON.
const validation = require("xapi-validation");
const statements = JSON.parse(require("fs").readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(statements.flatMap((one) => validation.default(one)).map(String)));
