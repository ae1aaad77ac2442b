package io.huiyin.bench.faults.evidence;

/** An answer that no client should ever get, whatever it asked. */
public record Misbehaviour(String question, String answer) {

    @Override
    public String toString() {
        return question + "\n  answers " + answer;
    }
}
