/** The function, computed once for each of its arguments, which are told apart as the keys of a Map are. */
export function remembered<Argument, Value extends object>(
  compute: (argument: Argument) => Value,
): (argument: Argument) => Value {
  const known = new Map<Argument, Value>();
  return (argument) => {
    const value = known.get(argument) ?? compute(argument);
    known.set(argument, value);
    return value;
  };
}
