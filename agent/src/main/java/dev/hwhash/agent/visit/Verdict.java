// SPDX-License-Identifier: Apache-2.0
package dev.hwhash.agent.visit;

/** What a visit has come to, as somebody sees it from the door. */
enum Verdict {
    /** All that was asked for is done. */
    DONE("2F", """
            ####    ###   #   #  #####
            #   #  #   #  ##  #  #
            #   #  #   #  # # #  ####
            #   #  #   #  #  ##  #
            ####    ###   #   #  #####"""),
    /** Nothing is lost, but something is left to do. */
    SAVED("E0", """
            ####    ###   #   #  #####  ####
            #      #   #  #   #  #      #   #
             ###   #####  #   #  ####   #   #
                #  #   #   # #   #      #   #
            ####   #   #    #    #####  ####"""),
    /** This PC has to be visited again. */
    FAILED("4F", """
            #####   ###   #####  #      #####  ####
            #      #   #    #    #      #      #   #
            ####   #####    #    #      ####   #   #
            #      #   #    #    #      #      #   #
            #      #   #  #####  #####  #####  ####""");

    private final String colour;
    private final String letters;

    Verdict(String colour, String letters) {
        this.colour = colour;
        this.letters = letters;
    }

    /** Returns background and foreground as cmd's own command {@code color} takes them. */
    String colour() {
        return colour;
    }

    /** Returns the word in letters of five lines. */
    String letters() {
        return letters;
    }
}
