// The published client of the event-bus bridge, as a program uses it. StockClientIT starts it with
// the address of the bridge, the headers of the handshake (JSON), a room of the person's and one
// that is not; it writes what happens to it as one JSON object a line, until its input ends.
const EventBus = require("@vertx/eventbus-bridge-client.js");
const { randomUUID } = require("node:crypto");

const [url, headers, room, foreignRoom] = process.argv.slice(2);
const LARGER_THAN_ALLOWED = 100_000;
let opened = 0;

function tell(event, more) {
  process.stdout.write(JSON.stringify({ event, ...more }) + "\n");
}

const topic = (id) => `conversation.${id}.events`;

const message = (id, text) => ({
  conversation: id,
  clientId: randomUUID(),
  content: { type: "text", text },
});

function hear(failure, frame) {
  if (failure) {
    tell("not registered", failure);
    return;
  }
  tell("range", { after: frame.body.after, through: frame.body.through });
  for (const item of frame.body.items) {
    if (item.content) {
      tell("heard", { text: item.content.text });
    }
  }
}

function ask(id, text) {
  bus.send("chat.message.send", message(id, text), (failure, reply) => {
    if (failure) {
      tell("refused", failure);
    } else {
      tell("accepted", { text: reply.body.message.content.text });
    }
  });
}

const bus = new EventBus(url, {
  transports: ["websocket"],
  transportOptions: { websocket: { headers: JSON.parse(headers) } },
  vertxbus_reconnect_delay_min: 50,
  vertxbus_reconnect_delay_max: 200,
  vertxbus_ping_interval: 500,
});
bus.enableReconnect(true);
bus.onopen = () => {
  opened += 1;
  tell("open", { times: opened });
  bus.registerHandler(topic(room), hear);
  bus.registerHandler(topic(foreignRoom), hear);
};
bus.onclose = (closed) => tell("closed", { code: closed.code });
bus.onerror = (error) => tell("error", { message: error.message });

const commands = {
  ask: () => ask(room, `asked ${opened}`),
  trespass: () => ask(foreignRoom, "not among members"),
  misbehave: () => bus.sockJSConn.send("x".repeat(LARGER_THAN_ALLOWED)),
  unregister: () => bus.unregisterHandler(topic(room), hear),
};

require("node:readline")
  .createInterface({ input: process.stdin })
  .on("line", (command) => commands[command]())
  .on("close", () => process.exit(0));
