// Drives basic-ftp: basic_ftp_client.js HOST PORT passive USER PASSWORD ENCRYPTION, a step a line on stdin.
const fs = require("fs")
const { Client } = require("basic-ftp")

const [host, port, , user, password, encryption] = process.argv.slice(2)
const version = encryption.endsWith("1_2") ? "TLSv1.2" : "TLSv1.3"
const secure = encryption === "none" ? false : encryption.startsWith("implicit") ? "implicit" : true
const secureOptions = { rejectUnauthorized: false, minVersion: version, maxVersion: version }

const steps = {
  list: async (ftp, folder) => {
    for (const entry of await ftp.list(folder)) {
      console.log(entry.name)
    }
  },
  get: async (ftp, remote, local) => {
    await ftp.downloadTo(local, remote)
    const time = await ftp.lastMod(remote)
    fs.utimesSync(local, time, time)
    if (await ftp.size(remote) !== fs.statSync(local).size) {
      throw new Error("the sizes differ: " + remote)
    }
  },
  get_tree: (ftp, remote, local) => ftp.downloadToDir(local, remote),
  put_tree: (ftp, local, remote) => ftp.uploadFromDir(local, remote),
  chmod: (ftp, file, mode) => ftp.send("SITE CHMOD " + mode + " " + file),
  resume_get: (ftp, remote, local, offset) => ftp.downloadTo(local, remote, offset),
  put: (ftp, local, remote) => ftp.uploadFrom(local, remote),
  resume_put: (ftp, local, remote, offset) =>
    ftp.appendFrom(local, remote, { localStart: offset }),
  rename: (ftp, from, to) => ftp.rename(from, to),
  delete: (ftp, file) => ftp.remove(file),
  mkdir: async (ftp, folder) => ftp.send("MKD " + (await ftp.protectWhitespace(folder))),
  rmdir: async (ftp, folder) => ftp.send("RMD " + (await ftp.protectWhitespace(folder))),
}

async function main() {
  const ftp = new Client(30000)
  try {
    await ftp.access({ host, port: Number(port), user, password, secure, secureOptions })
    for (const line of fs.readFileSync(0, "utf8").split("\n").filter(text => text !== "")) {
      const [kind, first, second, offset] = line.split("\t")
      await steps[kind](ftp, first, second, Number(offset))
    }
  } finally {
    ftp.close()
  }
}

main().catch(error => {
  console.error(error.message)
  process.exitCode = 1
})
