// What the build makes of style sheets: nothing that a program reads.
declare module '*.css';
